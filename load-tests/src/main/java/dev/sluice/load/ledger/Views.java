package dev.sluice.load.ledger;

import dev.sluice.control.Live;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.LiveViews;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two read models, read as they lie in Redis and Elasticsearch. Each answer maps order ids to what was found. */
public final class Views {
    private final Direct http = new Direct();
    private final Installation installation;

    public Views(Installation installation) {
        this.installation = installation;
    }

    public Map<String, View> inRedis(List<String> orderIds) {
        RedisClient client = RedisClient.create(installation.redis().toString());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return inRedis(orderIds, LiveViews.of(installation, Projection.ORDER_STATUS), connection.async());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static Map<String, View> inRedis(
            List<String> orderIds, Live live, RedisAsyncCommands<String, String> redis) {
        Map<String, RedisFuture<String>> asked = new LinkedHashMap<>();
        for (String id : orderIds) {
            asked.put(id, redis.hget(live.redisKey(id), Projection.REDIS_DOCUMENT));
        }
        LettuceFutures.awaitAll(Duration.ofSeconds(20), asked.values().toArray(RedisFuture[]::new));
        Map<String, View> found = new HashMap<>();
        asked.forEach((id, answer) -> {
            String document = answer.toCompletableFuture().join();
            if (document != null) {
                found.put(id, View.ofStatus(document));
            }
        });
        return found;
    }

    /** By id, not by search: it sees what has not been refreshed yet. */
    public Map<String, View> inElasticsearch(List<String> orderIds) {
        String index = LiveViews.of(installation, Projection.BACK_OFFICE_ORDERS).index();
        URI uri = URI.create(installation.elasticsearch() + "/" + index + "/_mget");
        byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("ids", orderIds));
        Answer answer = http.send(() -> HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
        Map<String, View> found = new HashMap<>();
        for (Documents.Document document : answer.as(Documents.class).docs()) {
            if (document._source() != null) {
                found.put(document._id(), View.ofBackOffice(document._source(), InvoiceOrder.CURRENCY));
            }
        }
        return found;
    }

    /** The part of an {@code _mget} answer that counts. */
    private record Documents(List<Document> docs) {
        private record Document(String _id, @Nullable BackOfficeOrderView _source) {}
    }
}
