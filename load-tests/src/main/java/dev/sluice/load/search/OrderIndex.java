package dev.sluice.load.search;

import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.LiveViews;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The live index, written straight into: the road through the log would take the machine hours to carry a million orders.
 * What is measured is the searching, and its documents are as the projector makes them.
 */
public final class OrderIndex {
    private static final int BULK = 1_000;

    /** Through the projector's alias: an index that is not there must not be made up. */
    private static final String BULK_PATH = "-write/_bulk?require_alias=true&filter_path=errors";

    private static final int WIDTH = 2;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Direct http = new Direct();
    private final URI index;
    private final MadeUpOrders orders;

    public OrderIndex(Installation installation, MadeUpOrders orders) {
        this.index = URI.create(installation.elasticsearch() + "/"
                + LiveViews.of(installation, Projection.BACK_OFFICE_ORDERS).index());
        this.orders = orders;
    }

    /** How many made-up orders there are, from an earlier run that was broken off perhaps. */
    public int held() {
        byte[] query = Json.MAPPER.writeValueAsBytes(Map.of("query", Map.of("prefix", Map.of("id", "bench-"))));
        return post("/_refresh", new byte[0]).succeeded()
                ? post("/_count", query).as(Count.class).count()
                : 0;
    }

    public void fill(int number, PrintStream progress) {
        inBulks(number, "indexed", progress, this::indexing);
    }

    public void empty(int number, PrintStream progress) {
        inBulks(number, "deleted", progress, OrderIndex::deleting);
    }

    /** The same orders once more, as if they had changed. */
    public void rewrite(int from, int number) {
        bulk(from, number, this::indexing);
    }

    private void inBulks(int number, String done, PrintStream progress, IntFunction<byte[]> action) {
        List<Integer> starts = IntStream.iterate(0, start -> start < number, start -> start + BULK)
                .boxed()
                .toList();
        Crowd.each(starts, WIDTH, start -> {
            bulk(start, Math.min(BULK, number - start), action);
            if (start % (50 * BULK) == 0) {
                progress.printf("%s some %d of %d orders%n", done, start, number);
            }
        });
    }

    private void bulk(int start, int number, IntFunction<byte[]> action) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = start; i < start + number; i++) {
            body.writeBytes(action.apply(i));
        }
        Answer answer = post(BULK_PATH, body.toByteArray());
        if (answer.as(Errors.class).errors()) {
            throw new OperatorMistake("Elasticsearch refuses documents: is the system up (./sluice up)?");
        }
    }

    private byte[] indexing(int number) {
        return lines("{\"index\":{\"_id\":\"" + MadeUpOrders.id(number) + "\"}}\n"
                + Json.MAPPER.writeValueAsString(orders.order(number)) + "\n");
    }

    private static byte[] deleting(int number) {
        return lines("{\"delete\":{\"_id\":\"" + MadeUpOrders.id(number) + "\"}}\n");
    }

    private static byte[] lines(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Answer post(String path, byte[] body) {
        return http.send(() -> HttpRequest.newBuilder(URI.create(index + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private record Count(int count) {}

    private record Errors(boolean errors) {}
}
