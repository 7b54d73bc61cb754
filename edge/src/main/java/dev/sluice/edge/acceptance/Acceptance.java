package dev.sluice.edge.acceptance;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.outcome.Claim;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.edge.outcome.Outcomes;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Takes an intent to its place in the log. Redis finds repeats early; where it is away, the derived id makes the aggregate
 * find them, and the client notices nothing.
 */
public final class Acceptance {
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int RETRY_IN_FLIGHT = 1;

    private final CommandLog log;
    private final Outcomes outcomes;

    public Acceptance(CommandLog log, Outcomes outcomes) {
        this.log = log;
        this.outcomes = outcomes;
    }

    /** Completes once the write is accepted, now or by an earlier request; fails with a {@link Refusal}. */
    public CompletableFuture<Void> accept(Intent intent, EventLoop loop) {
        CompletableFuture<Claim> claim = claim(intent, loop);
        CompletableFuture<Void> check = intent.check().run(loop);
        return claim.thenCompose(claimed -> switch (claimed) {
            case Claim.Theirs(Marker earlier) -> repeat(intent, earlier);
            case Claim.Ours _ ->
                check.thenCompose(_ -> append(intent, loop))
                        .exceptionallyCompose(failure -> withdraw(intent, loop, failure))
                        .thenCompose(_ -> outcomes.accepted(intent.id(), intent.marker(), loop));
        });
    }

    private CompletableFuture<Claim> claim(Intent intent, EventLoop loop) {
        if (!intent.keyed()) {
            return CompletableFuture.completedFuture(new Claim.Ours());
        }
        return outcomes.markers().claim(intent.id(), intent.marker(), loop).exceptionally(_ -> new Claim.Ours());
    }

    private static CompletableFuture<Void> repeat(Intent intent, Marker earlier) {
        if (!earlier.requestHash().equals(intent.marker().requestHash())) {
            throw keyReused();
        }
        if (!earlier.accepted()) {
            throw Refusal.of(
                            HttpResponseStatus.CONFLICT,
                            "idempotency-key-in-flight",
                            "The same request is being worked on",
                            "An earlier request with this key has no answer yet. Try again in a moment, with the same key.")
                    .with(HttpHeaderNames.RETRY_AFTER, RETRY_IN_FLIGHT);
        }
        return CompletableFuture.completedFuture(null);
    }

    public static Refusal keyReused() {
        return Refusal.of(
                HttpResponseStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "The Idempotency-Key belongs to another request",
                "An earlier request with this key asked for something else. Take a new key for a new request.");
    }

    private CompletableFuture<Void> append(Intent intent, EventLoop loop) {
        return log.append(intent.topic(), intent.partition(), intent.command(), loop)
                .exceptionally(_ -> {
                    throw Refusal.unavailable(
                            "The log has not acknowledged the request, so it may or may not take place. Try again, with the same"
                                    + " Idempotency-Key where you sent one.",
                            RETRY);
                });
    }

    /** Gives the lease back, so that a retry need not wait for its end. */
    private CompletableFuture<Void> withdraw(Intent intent, EventLoop loop, Throwable failure) {
        if (!intent.keyed()) {
            return CompletableFuture.failedFuture(failure);
        }
        return outcomes.markers()
                .withdraw(intent.id(), loop)
                .handle((_, _) -> failure)
                .thenCompose(CompletableFuture::failedFuture);
    }
}
