package dev.sluice.load.patience;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls a condition until it holds. */
public final class Await {

    private Await() {}

    /** Throws {@link Stalled} when neither this condition nor anything else under the stall moves. */
    public static void until(BooleanSupplier condition, String what, Stall stall) {
        Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));
        while (!condition.getAsBoolean()) {
            stall.check(what);
            backoff.pause();
        }
        stall.moved();
    }
}
