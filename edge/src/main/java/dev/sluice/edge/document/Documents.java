package dev.sluice.edge.document;

import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Reply;
import dev.sluice.schemas.view.Projection;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The documents of one projection in Redis. */
public final class Documents {
    private final Redis redis;
    private final Projection projection;

    public Documents(Redis redis, Projection projection) {
        this.redis = redis;
        this.projection = projection;
    }

    /** Fails with {@link dev.sluice.edge.redis.RedisAway}. */
    public CompletableFuture<Optional<Document>> find(String id, EventLoop loop) {
        String key = projection.redisKey(Projection.FIRST_GENERATION, id);
        return redis.call(loop, "HMGET", key, Projection.REDIS_VERSION, Projection.REDIS_DOCUMENT)
                .thenApply(reply -> document(reply.many()));
    }

    /** Whether what Redis does not have does not exist. */
    public CompletableFuture<Boolean> complete(EventLoop loop) {
        return redis.call(loop, "EXISTS", Projection.REDIS_EPOCH).thenApply(reply -> reply.number() == 1);
    }

    /** A hash without a document is a tombstone. */
    private static Optional<Document> document(List<Reply> fields) {
        String version = fields.get(0).text();
        String json = fields.get(1).text();
        return version == null || json == null || json.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(Long.parseLong(version), json));
    }
}
