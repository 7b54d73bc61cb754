package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Products that are only in the view of product pages, from where the projector brings them to Redis, and finished pages for the baseline. */
final class Wares implements AutoCloseable {
    private static final int AT_ONCE = 5_000;
    private static final String PAGE = "bench:page:";
    private static final String SENTENCE =
            "Fired twice, glazed by hand, and fit for the dishwasher as well as for the oven. ";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String kafka;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final List<String> skus;

    Wares(Installation installation, int number) {
        kafka = installation.kafka();
        client = RedisClient.create(installation.redis().toString());
        connection = client.connect();
        skus = IntStream.range(0, number).mapToObj(i -> "bench-" + i).toList();
    }

    /** Of the keys that the baseline reads and writes. */
    static String prefix() {
        return PAGE;
    }

    List<String> skus() {
        return skus;
    }

    /** Returns once Redis has them. */
    void putProducts() {
        views(Wares::document);
        Stall stall = new Stall(PATIENCE);
        AtomicLong there = new AtomicLong();
        Await.until(
                () -> {
                    long found = found();
                    if (found > there.getAndSet(found)) {
                        stall.moved();
                    }
                    return found == skus.size();
                },
                "Redis to have the products",
                stall);
    }

    private long found() {
        AtomicLong found = new AtomicLong();
        each(skus, (redis, sku) -> {
            RedisFuture<Long> asked = redis.exists(key(sku));
            var _ = asked.thenAccept(found::addAndGet);
            return asked;
        });
        return found.get();
    }

    /** @param document of each SKU, null to delete it */
    private void views(Function<String, byte @Nullable []> document) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            String topic = Projection.PRODUCT_PAGE.topic(Projection.FIRST_GENERATION);
            List<Future<?>> sent = new ArrayList<>();
            skus.forEach(sku -> sent.add(producer.send(new ProducerRecord<>(topic, sku, document.apply(sku)))));
            producer.flush();
            for (Future<?> one : sent) {
                if (one.state() == Future.State.FAILED) {
                    throw new OperatorMistake("Kafka does not take products: "
                            + one.exceptionNow().getMessage());
                }
            }
        }
    }

    /** @param page of each of these SKUs */
    void putPages(List<String> some, Function<String, String> page) {
        each(some, (redis, sku) -> redis.set(PAGE + sku, page.apply(sku)));
    }

    private static byte[] document(String sku) {
        return Json.MAPPER.writeValueAsBytes(new ProductPageView(
                sku, "Mug of " + sku, SENTENCE.repeat(8), "Kitchen", new Money(1_250, "GBP"), 7, 1, 1));
    }

    private static String key(String sku) {
        return Projection.PRODUCT_PAGE.redisKey(Projection.FIRST_GENERATION, sku);
    }

    private interface Command {
        RedisFuture<?> send(RedisAsyncCommands<String, String> redis, String sku);
    }

    private void each(List<String> some, Command command) {
        for (int from = 0; from < some.size(); from += AT_ONCE) {
            List<RedisFuture<?>> sent = new ArrayList<>();
            for (String sku : some.subList(from, Math.min(some.size(), from + AT_ONCE))) {
                sent.add(command.send(connection.async(), sku));
            }
            LettuceFutures.awaitAll(Duration.ofSeconds(20), sent.toArray(RedisFuture[]::new));
        }
    }

    /** Leaves everything as it was, once the projector has followed. */
    @Override
    public void close() {
        try (connection) {
            views(_ -> null);
            each(skus, (redis, sku) -> redis.unlink(PAGE + sku));
            connection.sync().unlink(PAGE + "orders");
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
