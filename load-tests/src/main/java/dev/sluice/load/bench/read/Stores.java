package dev.sluice.load.bench.read;

import dev.sluice.control.Live;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.LiveViews;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of orders as Redis and Elasticsearch show them to readers. */
final class Stores implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final Live status;
    private final Direct http = new Direct();
    private final URI search;

    /** The part of a document that counts. */
    private record Versioned(long version) {}

    /** The part of a search's answer that counts. */
    private record Found(Hits hits) {
        private record Hits(List<Hit> hits) {}

        private record Hit(String _id, Versioned _source) {}
    }

    Stores(Installation installation) {
        status = LiveViews.of(installation, Projection.ORDER_STATUS);
        search = URI.create(installation.elasticsearch() + "/"
                + LiveViews.of(installation, Projection.BACK_OFFICE_ORDERS).index() + "/_search");
        client = RedisClient.create(installation.redis().toString());
        redis = client.connect();
    }

    Map<String, Long> inRedis(List<String> orderIds) {
        Map<String, RedisFuture<String>> asked = new LinkedHashMap<>();
        orderIds.forEach(id -> asked.put(id, redis.async().hget(status.redisKey(id), Projection.REDIS_DOCUMENT)));
        LettuceFutures.awaitAll(TIMEOUT, asked.values().toArray(RedisFuture[]::new));
        Map<String, Long> versions = new HashMap<>();
        asked.forEach((id, answer) -> {
            String document = answer.toCompletableFuture().join();
            if (document != null) {
                versions.put(
                        id, Json.MAPPER.readValue(document, Versioned.class).version());
            }
        });
        return versions;
    }

    /** By search, which sees what was refreshed; a get by id would see more. */
    Map<String, Long> inElasticsearch(List<String> orderIds) {
        byte[] query = Json.MAPPER.writeValueAsBytes(Map.of(
                "query", Map.of("ids", Map.of("values", orderIds)),
                "_source", List.of("version"),
                "size", orderIds.size()));
        Found found = http.send(() -> HttpRequest.newBuilder(search)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(query))
                        .build())
                .as(Found.class);
        Map<String, Long> versions = new HashMap<>();
        found.hits().hits().forEach(hit -> versions.put(hit._id(), hit._source().version()));
        return versions;
    }

    @Override
    public void close() {
        redis.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
