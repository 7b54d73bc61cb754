package dev.sluice.load.bench.read;

import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.bench.contest.Contender;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.Tail;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.CloudEvents;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** How late Redis and Elasticsearch show what happens to orders that come at a fixed rate. */
final class Freshness {
    /** One order in so many is followed, so that looking does not become the load. */
    private static final int FOLLOWED = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AT_REDIS = Duration.ofMillis(8);
    private static final Duration LOOK_AT_ELASTICSEARCH = Duration.ofMillis(50);

    private final Installation installation;
    private final Contender sluice;
    private final Shop shop;
    private final PrintStream progress;
    private final Clock clock = Clock.systemUTC();

    Freshness(Installation installation, Contender sluice, Shop shop, PrintStream progress) {
        this.installation = installation;
        this.sluice = sluice;
        this.shop = shop;
        this.progress = progress;
    }

    /** @param suffix of the figures' ids */
    List<Figure> at(Pace pace, int number, String suffix) {
        List<Basket> orders = shop.next(number);
        Set<String> followed = IntStream.range(0, number)
                .filter(i -> i % FOLLOWED == 0)
                .mapToObj(i -> orders.get(i).orderId())
                .collect(Collectors.toUnmodifiableSet());
        Sightings redis = new Sightings("Redis");
        Sightings elasticsearch = new Sightings("Elasticsearch");
        Sightings kafka = new Sightings("Kafka");
        try (Stores stores = new Stores(installation);
                Looker one = new Looker(redis, stores::inRedis, LOOK_AT_REDIS, clock);
                Looker other = new Looker(elasticsearch, stores::inElasticsearch, LOOK_AT_ELASTICSEARCH, clock);
                Tail tail = new Tail(
                        installation.kafka(),
                        Topics.EVENTS_ORDERING,
                        fact -> decided(fact, followed, kafka, List.of(redis, elasticsearch)))) {
            sluice.run(orders, pace);
            tail.check();
            Stall stall = new Stall(PATIENCE);
            redis.await(stall);
            elasticsearch.await(stall);
            one.check();
            other.check();
        }
        say(pace, "Kafka", kafka);
        say(pace, "Redis", redis);
        say(pace, "Elasticsearch", elasticsearch);
        return List.of(
                Figure.lower("freshness-redis-p50-ms" + suffix, redis.millis(50), "ms"),
                Figure.lower("freshness-redis-p99-ms" + suffix, redis.millis(99), "ms"),
                Figure.lower("freshness-es-p50-ms" + suffix, elasticsearch.millis(50), "ms"),
                Figure.lower("freshness-es-p99-ms" + suffix, elasticsearch.millis(99), "ms"));
    }

    /** @param kafka shows it by this record */
    private void decided(
            ConsumerRecord<byte[], byte[]> fact, Set<String> followed, Sightings kafka, List<Sightings> stores) {
        String orderId = new String(fact.key(), StandardCharsets.UTF_8);
        if (followed.contains(orderId)) {
            long version = Long.parseLong(text(fact, CloudEvents.SEQUENCE)) + 1;
            Instant at = Instant.parse(text(fact, CloudEvents.TIME));
            stores.forEach(sightings -> sightings.decided(orderId, version, at));
            kafka.decided(orderId, version, at);
            kafka.shown(Map.of(orderId, version), clock.instant());
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> fact, String header) {
        Header found = fact.headers().lastHeader(header);
        return new String(found.value(), StandardCharsets.UTF_8);
    }

    private void say(Pace pace, String store, Sightings sightings) {
        progress.printf(
                Locale.ROOT,
                "%-13s at %d orders/s: %d facts shown after ms: p50 %.0f, p99 %.0f, max %.0f%n",
                store,
                pace.perSecond(),
                sightings.count(),
                sightings.millis(50),
                sightings.millis(99),
                sightings.millis(100));
    }
}
