package dev.sluice.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what can only be asked for again and again. */
public final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Something that throws with a reason until it is so. */
    @FunctionalInterface
    public interface Condition {
        void check() throws IOException, InterruptedException;
    }

    private Poll() {}

    /** Throws what the last check threw when the time is over. */
    public static void until(Duration longest, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        do {
            try {
                condition.check();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        } while (!never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
