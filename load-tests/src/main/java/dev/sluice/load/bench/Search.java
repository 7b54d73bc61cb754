package dev.sluice.load.bench;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.search.MadeUpOrders;
import dev.sluice.load.search.OrderIndex;
import dev.sluice.load.search.Question;
import dev.sluice.schemas.message.Json;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A back office with a million orders that asks at a steady pace, through edge, query-service and Elasticsearch, while orders
 * go on changing. The clock of a question starts when it was due, so that a slow answer is not hidden by those it held up.
 */
final class Search implements Scenario {
    private static final int ORDERS = 1_000_000;
    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 1_000;
    private static final int SALES = 25;
    private static final Duration PACE = Duration.ofMillis(100);

    /** At most so many wait for their answers at once. */
    private static final int WIDTH = 64;

    /** Changed every second. */
    private static final int CHANGES = 20;

    private final SplittableRandom random = new SplittableRandom(42);
    private final MadeUpOrders orders = new MadeUpOrders();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        Tokens tokens = new Tokens(installation);
        ShopApi api = new ShopApi(installation.edge(), new Direct(), () -> tokens.of(Role.ADMIN, null));
        OrderIndex index = new OrderIndex(installation, orders);
        try {
            double perSecond = fill(index, progress);
            Map<Question, Histogram> searches = new EnumMap<>(Question.class);
            Histogram sales = new ConcurrentHistogram(3);
            double exported;
            try (Crowd changes = new Crowd(1)) {
                changes.add(() -> change(index));
                progress.printf("warming up with %d questions, then asking %d%n", WARM_UP, QUESTIONS);
                ask(api, WARM_UP, new EnumMap<>(Question.class));
                ask(api, QUESTIONS, searches);
                sum(api, sales);
                exported = export(installation, tokens);
            }
            return figures(searches, sales, exported, perSecond, progress);
        } finally {
            index.empty(ORDERS, progress);
        }
    }

    /** Orders a second; 0 where all of them were there. */
    private static double fill(OrderIndex index, PrintStream progress) {
        if (index.held() == ORDERS) {
            return 0;
        }
        long start = System.nanoTime();
        index.fill(ORDERS, progress);
        double perSecond = ORDERS / seconds(start);
        if (index.held() != ORDERS) {
            throw new IllegalStateException("not all orders are in the index");
        }
        return perSecond;
    }

    private static void change(OrderIndex index) {
        for (int i = 0; ; i += CHANGES) {
            index.rewrite(i, CHANGES);
            Backoff.pauseFor(Duration.ofSeconds(1));
        }
    }

    private void ask(ShopApi api, int number, Map<Question, Histogram> times) {
        List<Question> all = List.of(Question.values());
        all.forEach(question -> times.put(question, new ConcurrentHistogram(3)));
        long start = System.nanoTime();
        try (Crowd crowd = new Crowd(WIDTH)) {
            for (int i = 0; i < number; i++) {
                long due = start + i * PACE.toNanos();
                Backoff.pauseFor(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                Question question = all.get(i % all.size());
                String path = question.path(orders, random);
                Histogram histogram = Objects.requireNonNull(times.get(question));
                crowd.add(() -> record(api, path, due, histogram));
            }
            crowd.join();
        }
    }

    private void sum(ShopApi api, Histogram times) {
        for (int i = 0; i < SALES; i++) {
            Question.sales(random).forEach(path -> record(api, path, System.nanoTime(), times));
        }
    }

    private static void record(ShopApi api, String path, long due, Histogram times) {
        Answer answer = api.get(path);
        times.recordValue((System.nanoTime() - due) / 1_000);
        if (!answer.succeeded()) {
            throw new OperatorMistake("GET " + path + " answers " + answer.summary());
        }
    }

    /** Orders a second of one file. */
    private double export(Installation installation, Tokens tokens) {
        long start = System.nanoTime();
        Answer file = new Direct()
                .send(() -> HttpRequest.newBuilder(installation.edge().resolve(Question.export(random)))
                        .header("Authorization", "Bearer " + tokens.of(Role.ADMIN, null))
                        .header("Accept", "application/x-ndjson")
                        .build());
        long lines = file.body().lines().peek(Json.MAPPER::readTree).count();
        return lines / seconds(start);
    }

    private static List<Figure> figures(
            Map<Question, Histogram> searches, Histogram sales, double exported, double indexed, PrintStream progress) {
        Histogram all = new Histogram(3);
        searches.forEach((question, times) -> {
            all.add(times);
            progress.printf("  %-18s p50 %7.1f ms  p99 %7.1f ms%n", question, millis(times, 50), millis(times, 99));
        });
        return List.of(
                Figure.lower("search-p50-ms", millis(all, 50), "ms"),
                Figure.lower("search-p99-ms", millis(all, 99), "ms"),
                Figure.lower("search-max-ms", all.getMaxValue() / 1_000.0, "ms"),
                Figure.lower("sales-p99-ms", millis(sales, 99), "ms"),
                Figure.higher("export-orders-per-s", exported, "1/s"),
                Figure.higher("indexed-orders-per-s", indexed, "1/s"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
