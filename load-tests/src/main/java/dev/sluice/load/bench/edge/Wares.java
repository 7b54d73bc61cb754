package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.Installation;
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
import java.util.function.Function;
import java.util.stream.IntStream;

/** Products that are only in Redis, where the projector's sink would have put them, and finished pages for the baseline. */
final class Wares implements AutoCloseable {
    private static final int AT_ONCE = 5_000;
    private static final String PAGE = "bench:page:";
    private static final String SENTENCE =
            "Fired twice, glazed by hand, and fit for the dishwasher as well as for the oven. ";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final List<String> skus;

    Wares(Installation installation, int number) {
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

    void putProducts() {
        each(
                skus,
                (redis, sku) -> redis.hset(
                        key(sku), Map.of(Projection.REDIS_VERSION, "-1", Projection.REDIS_DOCUMENT, document(sku))));
    }

    /** @param page of each of these SKUs */
    void putPages(List<String> some, Function<String, String> page) {
        each(some, (redis, sku) -> redis.set(PAGE + sku, page.apply(sku)));
    }

    /** Older than whatever the log may say of it. */
    private static String document(String sku) {
        return Json.MAPPER.writeValueAsString(new ProductPageView(
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

    /** Leaves Redis as it was. */
    @Override
    public void close() {
        try (connection) {
            each(skus, (redis, sku) -> redis.unlink(key(sku), PAGE + sku));
            connection.sync().unlink(PAGE + "orders");
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
