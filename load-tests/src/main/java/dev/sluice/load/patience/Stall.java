package dev.sluice.load.patience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tells a slow system from a stuck one: as long as anything moves, everybody may go on waiting. Shared by all that wait
 * for the same system.
 */
public final class Stall {
    private final Duration limit;
    private final LongSupplier nanoTime;
    private final AtomicLong lastMove;

    public Stall(Duration limit) {
        this(limit, System::nanoTime);
    }

    Stall(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.lastMove = new AtomicLong(nanoTime.getAsLong());
    }

    /** Something got further. */
    public void moved() {
        lastMove.set(nanoTime.getAsLong());
    }

    /** Nothing has moved for the limit. */
    public boolean isOver() {
        return nanoTime.getAsLong() - lastMove.get() > limit.toNanos();
    }

    /** Throws {@link Stalled} when nothing has moved for the limit. */
    public void check(String waitingFor) {
        if (isOver()) {
            throw new Stalled("nothing has moved for " + limit.toSeconds() + " s while waiting for " + waitingFor);
        }
    }
}
