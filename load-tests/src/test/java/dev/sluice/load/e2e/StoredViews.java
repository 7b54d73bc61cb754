package dev.sluice.load.e2e;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/** Redis and Elasticsearch themselves: every document of every view, and emptying both of all that they hold. */
final class StoredViews implements AutoCloseable {
    private static final int AT_A_TIME = 1_000;
    private static final ObjectWriter SORTED = Json.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI elasticsearch;

    StoredViews(Installation installation) {
        client = RedisClient.create(installation.redis().toString());
        redis = client.connect();
        elasticsearch = installation.elasticsearch();
    }

    /** What the live generations hold, by view and store; nothing in it says which generations they are. */
    Holdings read(Collection<Row> rows) throws Exception {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        for (Row row : rows.stream().filter(row -> row.role().equals("LIVE")).toList()) {
            for (var sink : row.sinks()) {
                Projection projection = projection(row.name());
                all.put(
                        row.name() + " in " + sink.store(),
                        sink.store().equals("redis")
                                ? inRedis(projection, row.generation())
                                : inElasticsearch(projection.index(row.generation())));
            }
        }
        return new Holdings(all);
    }

    private static Projection projection(String name) {
        return Arrays.stream(Projection.values())
                .filter(projection -> projection.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SortedMap<String, String> inRedis(Projection projection, int generation) {
        SortedMap<String, String> found = new TreeMap<>();
        RedisCommands<String, String> commands = redis.sync();
        String documents = projection.redisKey(generation, "");
        keys(documents)
                .forEach(key -> found.put(
                        key.substring(documents.length()),
                        sorted(Json.MAPPER.readTree(commands.hget(key, Projection.REDIS_DOCUMENT)))));
        String takers = projection.redisTakers(generation, "");
        keys(takers).forEach(key -> found.put("takers of " + key.substring(takers.length()), takers(key)));
        return found;
    }

    /** Who has a place still: who only tried for one falls out by themselves. */
    private String takers(String key) {
        return redis.sync().zrangebyscoreWithScores(key, Range.from(now(), Range.Boundary.unbounded())).stream()
                .map(ScoredValue::toString)
                .sorted()
                .toList()
                .toString();
    }

    private static Range.Boundary<Double> now() {
        return Range.Boundary.excluding((double) System.currentTimeMillis());
    }

    private Stream<String> keys(String prefix) {
        ScanArgs matching = ScanArgs.Builder.matches(prefix + "*").limit(AT_A_TIME);
        Stream.Builder<String> found = Stream.builder();
        KeyScanCursor<String> cursor = redis.sync().scan(matching);
        cursor.getKeys().forEach(found::add);
        while (!cursor.isFinished()) {
            cursor = redis.sync().scan(ScanCursor.of(cursor.getCursor()), matching);
            cursor.getKeys().forEach(found::add);
        }
        return found.build().distinct();
    }

    private SortedMap<String, String> inElasticsearch(String index) throws Exception {
        SortedMap<String, String> found = new TreeMap<>();
        ask("POST", "/" + index + "/_refresh", null);
        Map<String, Object> portion = Map.of("size", AT_A_TIME, "sort", List.of("_doc"));
        JsonNode answer = ask("POST", "/" + index + "/_search?scroll=1m", portion);
        while (!answer.path("hits").path("hits").isEmpty()) {
            answer.path("hits")
                    .path("hits")
                    .forEach(hit -> found.put(hit.path("_id").asString(), sorted(hit.path("_source"))));
            answer = ask(
                    "POST",
                    "/_search/scroll",
                    Map.of(
                            "scroll",
                            "1m",
                            "scroll_id",
                            answer.path("_scroll_id").asString()));
        }
        return found;
    }

    private static String sorted(JsonNode document) {
        return SORTED.writeValueAsString(document);
    }

    /** Nothing is left, our own marks and positions included. */
    void empty() throws Exception {
        redis.sync().flushall();
        List<String> indices = ask("GET", "/_cat/indices?format=json", null)
                .valueStream()
                .map(index -> index.path("index").asString())
                .toList();
        ask("DELETE", "/" + String.join(",", indices), null);
    }

    /** Whether Redis says that it holds all views. */
    boolean isComplete() {
        return redis.sync().exists(Projection.REDIS_EPOCH) == 1;
    }

    private JsonNode ask(String method, String path, @Nullable Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(elasticsearch + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + " answers " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
        redis.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
