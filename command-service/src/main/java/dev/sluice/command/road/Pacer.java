package dev.sluice.command.road;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Spaces the turns of all contexts, so that MySQL sees no more commits in a second than operators allow. What an idle time has
 * saved is not spent at once, and sleeping too long does not lower the rate.
 */
public final class Pacer {

    private static final long LONGEST_SLEEP = Duration.ofMillis(100).toNanos();

    private final int configured;
    private final LongSupplier nanoTime;
    private long interval;
    private long next;

    /** @param perSecond 0 for no limit */
    public Pacer(int perSecond) {
        this(perSecond, System::nanoTime);
    }

    Pacer(int perSecond, LongSupplier nanoTime) {
        this.configured = perSecond;
        this.nanoTime = nanoTime;
        this.interval = interval(perSecond);
        this.next = nanoTime.getAsLong();
    }

    private static long interval(int perSecond) {
        return perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /**
     * Changes the rate, from the next turn on.
     *
     * @param perSecond 0 for what was configured
     */
    public synchronized void limit(int perSecond) {
        interval = interval(perSecond == 0 ? configured : perSecond);
    }

    /** Nanoseconds until the next turn of anybody may begin; 0 or less when it may begin now. */
    synchronized long ahead() {
        return interval == 0 ? 0 : next - nanoTime.getAsLong();
    }

    /** Takes the next place and returns how many nanoseconds away it is. */
    synchronized long reserve() {
        if (interval == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        long place = Math.max(next, now);
        next = place + interval;
        return place - now;
    }

    /** Waits for a place. False where it was given up. */
    boolean await(BooleanSupplier givenUp) {
        long until = nanoTime.getAsLong() + reserve();
        for (long left = until - nanoTime.getAsLong(); left > 0; left = until - nanoTime.getAsLong()) {
            if (givenUp.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, LONGEST_SLEEP));
        }
        return !givenUp.getAsBoolean();
    }
}
