package dev.sluice.edge.limits.quota;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How a client is limited while Redis does not answer: by a share of its quota that this edge grants by itself. */
final class Alone {
    private final Breaker breaker;
    private final Gcra share;
    private final Duration patience;
    private final LongSupplier clock;
    private final Runnable counted;

    /**
     * @param breaker one for all clients
     * @param patience how long a request waits for Redis
     * @param counted told of each decision
     */
    Alone(Breaker breaker, Gcra share, Duration patience, LongSupplier clock, Runnable counted) {
        this.breaker = breaker;
        this.share = share;
        this.patience = patience;
        this.clock = clock;
        this.counted = counted;
    }

    long now() {
        return clock.getAsLong();
    }

    boolean asksRedis() {
        return breaker.lets(now());
    }

    void redisAnswered() {
        breaker.answered();
    }

    void redisFailed() {
        breaker.failed(now());
    }

    Verdict decide() {
        counted.run();
        return share.take(now());
    }

    CompletableFuture<Verdict> decided() {
        return CompletableFuture.completedFuture(decide());
    }

    /** Decides in place of Redis where that takes too long. */
    void insteadOf(CompletableFuture<Verdict> answer, EventLoop loop) {
        var _ = loop.schedule(
                () -> {
                    if (!answer.isDone()) {
                        redisFailed();
                        answer.complete(decide());
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
