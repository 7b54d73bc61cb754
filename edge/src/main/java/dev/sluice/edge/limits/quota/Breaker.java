package dev.sluice.edge.limits.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Whether Redis is worth asking. After a failure nobody asks for a while, and then one at a time until an answer comes. */
final class Breaker {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long CLOSED = Long.MIN_VALUE;

    private final AtomicLong openUntil = new AtomicLong(CLOSED);

    boolean lets(long now) {
        long until = openUntil.get();
        return until == CLOSED || (now - until >= 0 && openUntil.compareAndSet(until, now + PAUSE));
    }

    void answered() {
        if (openUntil.get() != CLOSED) {
            openUntil.set(CLOSED);
        }
    }

    void failed(long now) {
        openUntil.set(now + PAUSE);
    }
}
