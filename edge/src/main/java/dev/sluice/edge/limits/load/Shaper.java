package dev.sluice.edge.limits.load;

import dev.sluice.edge.settings.Quota;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A leaky bucket as a queue: requests leave it at even intervals, and one that would wait too long does not enter. */
final class Shaper {
    /** The bucket is full. */
    static final long FULL = -1;

    private final long interval;
    private final long longest;
    private final AtomicLong free;

    /** @param longest that a request is held back */
    Shaper(Quota pace, Duration longest, long now) {
        this.interval = pace.intervalMicros() * 1_000;
        this.longest = longest.toNanos();
        this.free = new AtomicLong(now);
    }

    /** Takes the next place, and says how many nanoseconds away it is. */
    long place(long now) {
        while (true) {
            long next = free.get();
            long wait = Math.max(0, next - now);
            if (wait > longest) {
                return FULL;
            }
            if (free.compareAndSet(next, now + wait + interval)) {
                return wait;
            }
        }
    }
}
