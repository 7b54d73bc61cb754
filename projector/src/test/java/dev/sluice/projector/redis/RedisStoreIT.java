package dev.sluice.projector.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.projector.Servers;
import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Document;
import dev.sluice.projector.sink.Position;
import dev.sluice.projector.sink.Store;
import dev.sluice.projector.sink.StoreContract;
import dev.sluice.projector.sink.StoreDiverged;
import dev.sluice.projector.verify.Contents;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisStoreIT extends StoreContract {
    private static RedisClient client;
    private static StatefulRedisConnection<String, String> connection;

    private final View view = Servers.view(Projection.PRODUCT_PAGE);
    private final String epoch = "epoch:" + view.generation();
    private final List<Store> stores = new ArrayList<>();

    @BeforeAll
    static void connect() {
        client = Servers.redisClient();
        connection = client.connect(Servers.redis());
    }

    @AfterAll
    static void disconnect() {
        client.shutdown();
    }

    @AfterEach
    void tidy() {
        lose();
        stores.forEach(Store::close);
    }

    @Override
    protected Store store(String log) {
        return store(Servers.redis(), log);
    }

    @Override
    protected Store unreachable() {
        return store(RedisURI.create("redis://127.0.0.1:1"), LOG);
    }

    @Override
    protected Contents contents() {
        return new RedisContents(view, new RedisLink(client, Servers.redis()));
    }

    @Override
    protected @Nullable String held(String id) {
        return redis().hget(view.redisKey(id), Projection.REDIS_DOCUMENT);
    }

    @Override
    protected void lose() {
        List<String> keys = redis().keys("*" + view.generation() + "*");
        if (!keys.isEmpty()) {
            redis().del(keys.toArray(String[]::new));
        }
    }

    @Override
    protected Document impossible(String id, long version) {
        redis().set(view.redisKey(id), "somebody else's");
        return document(id, version, "{}");
    }

    @Test
    void itKeepsTheVersionBesideTheDocument() {
        store(LOG).write(List.of(document("a", 17, "{}")));

        assertThat(redis().hget(view.redisKey("a"), Projection.REDIS_VERSION)).isEqualTo("17");
    }

    @Test
    void aPositionThatIsElsewhereThanBelievedIsLeftAlone() {
        Store store = store(LOG);
        store.advance(List.of(new Position(0, 0, 17)));

        assertThatExceptionOfType(StoreDiverged.class)
                .isThrownBy(() -> store.advance(List.of(new Position(0, 16, 99))));
        assertThat(store.positions(Set.of(0))).containsEntry(0, 17L);
    }

    @Test
    void anIncompleteStoreTakesTheMarkAway() {
        redis().set(epoch, "now");
        store(LOG).incomplete();

        assertThat(redis().exists(epoch)).isZero();
    }

    @Test
    void whatNobodyReadsLeavesTheMarkAlone() {
        redis().set(epoch, "now");
        Store store = new RedisStore(view, new RedisLink(client, Servers.redis()), epoch, () -> false, () -> LOG);
        stores.add(store);
        store.incomplete();

        assertThat(redis().exists(epoch)).isOne();
    }

    @Test
    void whoHasAPlaceIsCountedUntilItIsFreeAgain() {
        View grabs = new View(Projection.GRABS, view.generation());
        Store store = new RedisStore(grabs, new RedisLink(client, Servers.redis()), epoch, () -> true, () -> LOG);
        stores.add(store);
        store.write(List.of(
                document("sale", 1, offer()),
                document("sale:ann", 2, place("sale:ann", Instant.ofEpochMilli(1_900_000_000_000L))),
                document("sale:bob", 3, place("sale:bob", null))));
        String takers = grabs.redisTakers("sale");
        assertThat(redis().zrangeWithScores(takers, 0, -1))
                .containsExactly(
                        ScoredValue.just(1_900_000_000_000.0, "ann"),
                        ScoredValue.just(Double.POSITIVE_INFINITY, "bob"));

        store.write(List.of(document("sale:bob", 5, null), document("sale:ann", 1, null)));
        assertThat(redis().zrange(takers, 0, -1))
                .as("what is old changes nothing")
                .containsExactly("ann");

        new RedisContents(grabs, new RedisLink(client, Servers.redis())).delete();
        assertThat(redis().exists(takers, grabs.redisKey("sale"))).isZero();
    }

    private static String offer() {
        return json(new GrabView.Offer("sale", 3, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    }

    private static String place(String id, @Nullable Instant until) {
        return json(new GrabView.Place(id, until));
    }

    private static String json(GrabView view) {
        return Json.MAPPER.writeValueAsString(view);
    }

    @Test
    void aServerThatForgotTheScriptsIsTaughtThemAgain() {
        Store store = store(LOG);
        store.write(List.of(document("a", 1, "{}")));
        redis().scriptFlush();

        assertThat(store.write(List.of(document("b", 2, "{}")))).isEmpty();
        assertThat(held("b")).isEqualTo("{}");
    }

    private Store store(RedisURI uri, String log) {
        Store store = new RedisStore(view, new RedisLink(client, uri), epoch, () -> true, () -> log);
        stores.add(store);
        return store;
    }

    private static RedisCommands<String, String> redis() {
        return connection.sync();
    }
}
