package dev.sluice.projector.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast a topology may read. Whoever waits by it sees a change at once. */
public final class Pace {
    /** Kafka takes a consumer for dead that has not come back for five minutes. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(4);

    private static final long GIVING_WAY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private volatile boolean yielding;
    private volatile boolean released;
    private volatile int perSecond;

    /** Whether somebody who matters more needs the machine now. */
    public void yielding(boolean now) {
        yielding = now;
    }

    /** @param most records a second; 0 for as fast as it goes */
    public void atMost(int most) {
        perSecond = most;
    }

    /** Nobody waits any more. */
    public void release() {
        released = true;
    }

    /** Waits for as long as so many records should take. */
    void take(int records) {
        long begun = System.nanoTime();
        while (!released && System.nanoTime() - begun < waiting(records)) {
            LockSupport.parkNanos(STEP);
        }
    }

    private long waiting(int records) {
        int most = perSecond;
        long paced = most == 0 ? 0 : Math.min(LONGEST, records * TimeUnit.SECONDS.toNanos(1) / most);
        return yielding ? Math.max(paced, GIVING_WAY) : paced;
    }
}
