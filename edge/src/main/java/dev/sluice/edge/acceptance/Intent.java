package dev.sluice.edge.acceptance;

import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.wire.Message;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A sound request to write something.
 *
 * @param id of the order or operation
 * @param keyed whether the id comes from an idempotency key, so that there can be an earlier or a concurrent request of it
 * @param partition null for that of the command's subject
 * @param check a last look before it is accepted; fails with a {@link dev.sluice.edge.http.Refusal}
 */
public record Intent(
        String id,
        boolean keyed,
        Marker marker,
        String topic,
        @Nullable Integer partition,
        Message<?> command,
        Check check) {

    public Intent(String id, boolean keyed, Marker marker, String topic, Message<?> command, Check check) {
        this(id, keyed, marker, topic, null, command, check);
    }

    /** Runs at the same time as the look for earlier requests, and does not count where there is one. */
    @FunctionalInterface
    public interface Check {
        Check NONE = _ -> CompletableFuture.completedFuture(null);

        CompletableFuture<Void> run(EventLoop loop);
    }
}
