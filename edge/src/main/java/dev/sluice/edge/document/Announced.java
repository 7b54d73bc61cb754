package dev.sluice.edge.document;

import dev.sluice.edge.redis.Redis;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What is just being put: until its view is there, its absence means nothing. */
public final class Announced {
    private static final String PREFIX = "announced:";
    /** Much longer than any projection takes. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Redis redis;

    public Announced(Redis redis) {
        this.redis = redis;
    }

    /** Completes normally without Redis, too. */
    public CompletableFuture<Void> announce(String id, EventLoop loop) {
        return redis.call(loop, "SET", key(id), "1", "PX", Long.toString(KEPT.toMillis()))
                .handle((_, _) -> null);
    }

    /** Present in Redis while the id is announced. */
    public static String key(String id) {
        return PREFIX + id;
    }
}
