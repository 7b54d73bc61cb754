package dev.sluice.load.bench.read;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.LogEnds;
import dev.sluice.load.bench.read.Rebuilding.Built;
import dev.sluice.load.bench.textbook.Textbook;
import dev.sluice.load.bench.write.Sluice;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How late the views are, how fast they are built anew while clients go on reading the live ones, how quickly they are searched, and what a
 * fact costs, in turns with a textbook projection. At the end every unit and every penny must be where it belongs.
 */
public final class ReadBench implements Scenario {
    /** Records to rebuild the status of orders from, at least. */
    private static final int FACTS = 1_000_000;

    /** The JIT compilers have done most of their work by then. */
    private static final int WARM_UP = 20_000;

    private static final int AT_ONCE = 20_000;
    /** Of the orders that readers ask for. */
    private static final int READ = 2_000;

    private static final int FOLLOWED = 6_000;
    private static final Pace MODERATE = new Pace(150);
    private static final Pace FAST = new Pace(300);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> SOURCES = List.of(Topics.COMMANDS_ORDERING, Topics.EVENTS_ORDERING);

    private static final String CPU = "cpu-us-per-fact";
    private static final String RATE = "rebuild-redis-facts-per-s";

    private final Path repository;
    private final Scenario search;

    /**
     * @param repository where the baseline is built
     * @param search measures how quickly a million orders are searched
     */
    public ReadBench(Path repository, Scenario search) {
        this.repository = repository;
        this.search = search;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        Tokens tokens = new Tokens(installation);
        ShopApi admin = new ShopApi(installation.edge(), new Direct(), () -> tokens.of(Role.ADMIN, null));
        Projections projections = new Projections(admin);
        Shop shop = new Shop(Ids.next().substring(24));
        List<Figure> figures = new ArrayList<>();
        try (Sluice sluice = new Sluice(installation, Clock.systemUTC())) {
            sluice.stockUp(shop);
            List<Basket> known = fill(installation, sluice, shop, wish.stored() == 0 ? FACTS : wish.stored(), progress);
            catchUp(projections, progress);
            progress.println("letting the JIT compilers see orders at this pace");
            sluice.run(shop.next(FOLLOWED), MODERATE);
            catchUp(projections, progress);
            Freshness freshness = new Freshness(installation, sluice, shop, progress);
            figures.addAll(freshness.at(MODERATE, FOLLOWED, ""));
            figures.addAll(freshness.at(FAST, FOLLOWED, "-300"));
            figures.addAll(rebuild(installation, admin, new Trade(sluice, shop, known), wish, progress));
            sluice.levels(shop).require(shop.expected());
        }
        search.run(installation, wish, progress).stream()
                .filter(figure -> figure.id().equals("search-p99-ms"))
                .forEach(figures::add);
        return figures;
    }

    /** Returns orders that are settled. */
    private static List<Basket> fill(
            Installation installation, Sluice sluice, Shop shop, int facts, PrintStream progress) {
        List<Basket> orders = shop.next(WARM_UP);
        sluice.run(orders, Pace.SATURATED);
        for (long held = LogEnds.sum(installation.kafka(), SOURCES);
                held < facts;
                held = LogEnds.sum(installation.kafka(), SOURCES)) {
            progress.printf("%d of %d facts are there%n", held, facts);
            sluice.run(shop.next(AT_ONCE), Pace.SATURATED);
        }
        return orders.subList(0, READ);
    }

    private static void catchUp(Projections projections, PrintStream progress) {
        progress.println("waiting for the views to catch up");
        Await.until(
                () -> projections.rows().stream()
                        .allMatch(row -> row.lag() == 0 && row.sinks().stream().allMatch(sink -> sink.lag() == 0)),
                "the views to catch up",
                new Stall(PATIENCE));
    }

    /**
     * Where orders come from meanwhile.
     *
     * @param known orders that readers may ask for
     */
    private record Trade(Sluice sluice, Shop shop, List<Basket> known) {
        Trickle trickle() {
            return new Trickle(sluice, shop);
        }
    }

    private List<Figure> rebuild(
            Installation installation, ShopApi admin, Trade trade, Wish wish, PrintStream progress) {
        Rebuilding rebuilding = new Rebuilding(installation, new Projections(admin), progress);
        if (wish.alone()) {
            return rebuild(rebuilding, new Readers(admin, trade.known), trade, () -> {}, progress);
        }
        try (Textbook textbook = new Textbook(repository, installation)) {
            TextbookProjection baseline = new TextbookProjection(textbook, installation, progress);
            baseline.warmUp();
            return rebuild(rebuilding, new Readers(admin, trade.known), trade, baseline::round, progress).stream()
                    .map(figure -> figure.id().equals(CPU) ? figure.against(baseline.cpuMicros()) : figure)
                    .map(figure -> figure.id().equals(RATE) ? figure.against(baseline.perSecond()) : figure)
                    .toList();
        }
    }

    /** @param baseline does its part of a round */
    private static List<Figure> rebuild(
            Rebuilding rebuilding, Readers readers, Trade trade, Runnable baseline, PrintStream progress) {
        try (readers) {
            baseline.run();
            Built redis;
            try (Trickle _ = trade.trickle()) {
                redis = rebuilding.rebuild(Projection.ORDER_STATUS.id());
            }
            baseline.run();
            Built elasticsearch;
            try (Trickle _ = trade.trickle()) {
                elasticsearch = rebuilding.rebuild(Projection.BACK_OFFICE_ORDERS.id());
            }
            baseline.run();
            progress.printf(
                    "%d reads meanwhile, %d of them failed %s%n", readers.read(), readers.failed(), readers.first());
            return List.of(
                    Figure.higher(RATE, redis.factsPerSecond(), "1/s"),
                    Figure.higher("rebuild-es-docs-per-s", elasticsearch.documentsPerSecond(), "1/s"),
                    Figure.higher("rebuild-es-facts-per-s", elasticsearch.factsPerSecond(), "1/s"),
                    Figure.lower("rebuild-failed-reads", readers.failed(), ""),
                    Figure.lower("rebuild-live-lag-p99-ms", rebuilding.lagMillis(99), "ms"),
                    Figure.lower("swap-ms", Math.max(redis.swap(), elasticsearch.swap()), "ms"),
                    Figure.lower("rollback-ms", Math.max(redis.rollBack(), elasticsearch.rollBack()), "ms"),
                    Figure.lower(CPU, redis.cpuMicros(), "us"),
                    Figure.lower("cpu-us-per-fact-es", elasticsearch.cpuMicros(), "us"));
        }
    }
}
