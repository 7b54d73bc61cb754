package dev.sluice.edge.waf;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Request;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ./sluice bench waf}: the CPU that the firewall takes for a clean request of 1 KB, on one thread. Rounds with it and
 * without it take turns, over requests that are all different; medians count. The arguments are the commit, the directory of
 * results, and {@code --json} or nothing.
 */
final class WafBench {
    private static final int REQUESTS = 2_000;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 21;
    private static final int REPEATS = 10;
    private static final EventLoop LOOP = new DefaultEventLoop();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WafBench() {}

    static void main(String[] args) throws IOException {
        List<byte[]> raw = requests();
        List<Request> requests = raw.stream().map(WafBench::parsed).toList();
        double bytes =
                raw.stream().mapToInt(request -> request.length).average().orElse(0);
        Handler bare = _ -> Answer.empty(HttpResponseStatus.OK).now();
        WafSettings settings = new WafSettings(WafSettings.Mode.BLOCK, 5, null, List.of());
        Handler guarded =
                new Waf(settings, Loading.rules(settings)).before("/orders").before(bare);
        for (int i = 0; i < WARM_UP; i++) {
            round(guarded, requests);
            round(bare, requests);
        }
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            with[i] = round(guarded, requests);
            without[i] = round(bare, requests);
        }
        report(args, bytes, median(with) - median(without));
    }

    private static List<byte[]> requests() {
        CleanRequests clean = new CleanRequests(5);
        return Stream.generate(clean::kilobyte).limit(REQUESTS).toList();
    }

    private static Request parsed(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new HttpObjectAggregator(1 << 20));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        FullHttpRequest request = channel.readInbound();
        byte[] body = ByteBufUtil.getBytes(request.content());
        request.release();
        channel.finishAndReleaseAll();
        return new Request(request, body, Map.of(), LOOP, _ -> {});
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void report(String[] args, double bytes, double micros) throws IOException {
        String machine = "%d cores, JDK %d"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "waf");
        result.put("commit", args[0]);
        result.put("machine", machine);
        result.put(
                "figures",
                List.of(
                        figure("waf-us-per-clean-request", micros, "us"),
                        figure("waf-bytes-per-request", bytes, "bytes")));
        Path file = Path.of(args[1], "waf.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        if (args.length > 2) {
            System.out.println(Json.MAPPER.writeValueAsString(result));
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "waf at %s on %s%n  %-24s %10.2f us%n",
                    args[0],
                    machine,
                    "waf-us-per-clean-request",
                    micros);
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
