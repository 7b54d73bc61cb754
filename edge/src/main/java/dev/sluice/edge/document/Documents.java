package dev.sluice.edge.document;

import static java.util.Objects.requireNonNull;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Reply;
import dev.sluice.edge.redis.Script;
import dev.sluice.schemas.view.Projection;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The documents of one projection in Redis. */
public final class Documents {
    private static final Script KEEP = Script.named("keep");
    private static final Reply NOTHING = new Reply.Nothing();

    private final Redis redis;
    private final Projection projection;
    private final LiveGenerations generations;

    public Documents(Redis redis, Projection projection, LiveGenerations generations) {
        this.redis = redis;
        this.projection = projection;
        this.generations = generations;
    }

    /** Fails with {@link dev.sluice.edge.redis.RedisAway}. */
    public CompletableFuture<Optional<Document>> find(String id, EventLoop loop) {
        Live live = generations.live(projection);
        return live == null ? mirrored(loop).thenCompose(known -> find(known, id, loop)) : find(live, id, loop);
    }

    /** As Redis has it, for as long as Kafka has not been there since the edge began. */
    private CompletableFuture<Live> mirrored(EventLoop loop) {
        return redis.call(loop, "GET", projection.redisLive())
                .thenApply(reply -> Live.mirrored(projection, reply.text()));
    }

    private CompletableFuture<Optional<Document>> find(Live live, String id, EventLoop loop) {
        return redis.call(loop, "HMGET", live.redisKey(id), Projection.REDIS_VERSION, Projection.REDIS_DOCUMENT)
                .thenApply(reply -> document(live, reply.many()));
    }

    /**
     * A document with what was rendered of it.
     *
     * @param key under which Redis has both
     * @param version as Redis has it
     * @param rendering of this version or another, null for none
     */
    @SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
    public record Rendered(Document document, String key, String version, byte @Nullable [] rendering) {}

    /** As {@link #find}, in as many steps. */
    public CompletableFuture<Optional<Rendered>> findRendered(String id, EventLoop loop) {
        Live live = generations.live(projection);
        return live == null
                ? mirrored(loop).thenCompose(known -> findRendered(known, id, loop))
                : findRendered(live, id, loop);
    }

    private CompletableFuture<Optional<Rendered>> findRendered(Live live, String id, EventLoop loop) {
        String key = live.redisKey(id);
        return redis.call(
                        loop,
                        "HMGET",
                        key,
                        Projection.REDIS_VERSION,
                        Projection.REDIS_DOCUMENT,
                        Projection.REDIS_RENDERING)
                .thenApply(reply -> {
                    List<Reply> fields = reply.many();
                    return document(live, fields)
                            .map(document -> new Rendered(
                                    document,
                                    key,
                                    requireNonNull(fields.get(0).text()),
                                    fields.get(2).bytes()));
                });
    }

    /** Keeps what was rendered of a document beside it, as well as that can be done. */
    public void keep(Rendered of, String rendering, EventLoop loop) {
        var _ = redis.run(loop, KEEP, "1", of.key(), of.version(), Projection.REDIS_RENDERING, rendering)
                .exceptionally(_ -> NOTHING);
    }

    /** Whether what Redis does not have does not exist. */
    public CompletableFuture<Boolean> complete(EventLoop loop) {
        return redis.call(loop, "EXISTS", Projection.REDIS_EPOCH).thenApply(reply -> reply.number() == 1);
    }

    /** A hash without a document is a tombstone. */
    private static Optional<Document> document(Live live, List<Reply> fields) {
        String version = fields.get(0).text();
        String json = fields.get(1).text();
        return version == null || json == null || json.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(live.version(Long.parseLong(version)), json));
    }
}
