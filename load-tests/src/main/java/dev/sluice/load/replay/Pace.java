package dev.sluice.load.replay;

import dev.sluice.load.patience.Backoff;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Keeps the intervals of the original time line, divided by the speed; the first order sets the beginning of both. */
final class Pace {
    private final double speed;
    private final long start = System.nanoTime();
    private @Nullable LocalDateTime origin;

    /** @param speed how many times faster; 0 for not waiting at all */
    Pace(double speed) {
        this.speed = speed;
    }

    /** Waits until an order of that time is due. */
    void await(LocalDateTime at) {
        if (speed > 0) {
            if (origin == null) {
                origin = at;
            }
            long due = (long) (Duration.between(origin, at).toNanos() / speed);
            Duration left = Duration.ofNanos(due - (System.nanoTime() - start));
            if (left.isPositive()) {
                Backoff.pauseFor(left);
            }
        }
    }
}
