package dev.sluice.edge.waf;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.schemas.message.Json;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code ./sluice bench waf}: the CPU that the firewall takes for clean requests of about 1 KB, on one thread. Each kind of
 * request has rounds with the firewall and without it, which take turns with those of the other kinds, so that no code is
 * compiled for one kind alone; medians of the differences count. The requests of a kind are all different, and few enough to
 * be in the processor's cache, as a request is that the codec has just read. The arguments are the commit, the directory of
 * results, and {@code --json} or nothing.
 */
final class WafBench {
    private static final int REQUESTS = 128;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 41;
    private static final int REPEATS = 40;
    private static final EventLoop LOOP = new DefaultEventLoop();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Requests of one kind, and what the firewall took for one of them in each round, in microseconds. */
    private record Kind(String name, int bytes, List<Request> requests, List<Double> micros) {
        static Kind of(String name, Supplier<byte[]> request) {
            List<byte[]> raw = Stream.generate(request).limit(REQUESTS).toList();
            int bytes = raw.stream().mapToInt(one -> one.length).sum() / REQUESTS;
            return new Kind(name, bytes, raw.stream().map(WafBench::parsed).toList(), new ArrayList<>());
        }

        double median() {
            return micros.stream().sorted().skip(micros.size() / 2).findFirst().orElseThrow();
        }
    }

    private WafBench() {}

    static void main(String[] args) throws IOException {
        CleanRequests clean = new CleanRequests(5);
        List<Kind> kinds = List.of(
                Kind.of("order", clean::kilobyte),
                Kind.of("page", clean::productPage),
                Kind.of("search", clean::search),
                Kind.of("product", clean::product));
        Handler bare = _ -> Answer.empty(HttpResponseStatus.OK).now();
        WafSettings settings = new WafSettings(WafSettings.Mode.BLOCK, 5, null, List.of());
        Handler guarded =
                new Waf(settings, Loading.rules(settings)).before("/orders").before(bare);
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (Kind kind : kinds) {
                double took = round(guarded, kind.requests()) - round(bare, kind.requests());
                if (i >= 0) {
                    kind.micros().add(took);
                }
            }
        }
        report(args, kinds);
    }

    private static Request parsed(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new HttpObjectAggregator(1 << 20));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        FullHttpRequest request = channel.readInbound();
        byte[] body = ByteBufUtil.getBytes(request.content());
        request.release();
        channel.finishAndReleaseAll();
        return new Request(request, body, Map.of(), LOOP, _ -> {}, Visitor.UNKNOWN);
    }

    /** @return microseconds of CPU for a request */
    private static double round(Handler handler, List<Request> requests) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < REPEATS; i++) {
            for (Request request : requests) {
                if (!handler.handle(request).isDone()) {
                    throw new IllegalStateException("an answer is late");
                }
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / REPEATS / requests.size();
    }

    private static void report(String[] args, List<Kind> kinds) throws IOException {
        String machine = "%d cores, JDK %d"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Kind kind : kinds) {
            figures.add(figure("waf-us-per-clean-" + kind.name(), kind.median(), "us"));
            figures.add(figure("waf-bytes-per-" + kind.name(), kind.bytes(), "bytes"));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "waf");
        result.put("commit", args[0]);
        result.put("machine", machine);
        result.put("figures", figures);
        Path file = Path.of(args[1], "waf.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        if (args.length > 2) {
            System.out.println(Json.MAPPER.writeValueAsString(result));
            return;
        }
        System.out.printf("waf at %s on %s%n", args[0], machine);
        for (Kind kind : kinds) {
            System.out.printf(
                    Locale.ROOT,
                    "  waf-us-per-clean-%-10s %6.2f us for %d bytes%n",
                    kind.name(),
                    kind.median(),
                    kind.bytes());
        }
    }

    private static Map<String, Object> figure(String id, double value, String unit) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("id", id);
        figure.put("value", value);
        figure.put("unit", unit);
        figure.put("better", "lower");
        return figure;
    }
}
