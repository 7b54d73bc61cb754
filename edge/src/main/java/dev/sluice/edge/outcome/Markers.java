package dev.sluice.edge.outcome;

import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Reply;
import dev.sluice.schemas.message.Json;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The {@link Marker}s in Redis. All of it is help, not truth: without Redis the derived id and the aggregate decide. */
public final class Markers {
    private static final String PREFIX = "accepted:";

    private final Redis redis;
    private final Duration lease;
    private final Duration kept;

    /** @param lease must outlive the longest wait for Kafka, or two edges could be at the same id */
    public Markers(Redis redis, Duration lease, Duration kept) {
        this.redis = redis;
        this.lease = lease;
        this.kept = kept;
    }

    /** Takes the id, or tells who has it. */
    public CompletableFuture<Claim> claim(String id, Marker marker, EventLoop loop) {
        return redis.call(loop, "SET", PREFIX + id, json(marker), "NX", "GET", "PX", Long.toString(lease.toMillis()))
                .thenApply(reply -> {
                    String earlier = reply.text();
                    return earlier == null ? new Claim.Ours() : new Claim.Theirs(marker(earlier));
                });
    }

    /** Must come before the client is told, so that whatever edge it asks next knows the id. */
    CompletableFuture<Reply> confirm(String id, Marker marker, EventLoop loop) {
        return redis.call(loop, "SET", PREFIX + id, json(marker.confirmed()), "PX", Long.toString(kept.toMillis()));
    }

    public CompletableFuture<Reply> withdraw(String id, EventLoop loop) {
        return redis.call(loop, "DEL", PREFIX + id);
    }

    /** What was accepted under the id. */
    CompletableFuture<Optional<Marker>> find(String id, EventLoop loop) {
        return redis.call(loop, "GET", PREFIX + id).thenApply(reply -> {
            @Nullable String text = reply.text();
            return Optional.ofNullable(text).map(Markers::marker).filter(Marker::accepted);
        });
    }

    private static String json(Marker marker) {
        return Json.MAPPER.writeValueAsString(marker);
    }

    private static Marker marker(String json) {
        return Json.MAPPER.readValue(json, Marker.class);
    }
}
