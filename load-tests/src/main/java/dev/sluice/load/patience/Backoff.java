package dev.sluice.load.patience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Pauses between attempts: each half as long again as the one before, jittered, up to a longest. For one thread. */
public final class Backoff {
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Waits for the next pause. Throws {@link Interrupted} where the thread is to end. */
    public void pause() {
        pauseFor(jittered(next));
        Duration grown = next.multipliedBy(3).dividedBy(2);
        next = grown.compareTo(longest) > 0 ? longest : grown;
    }

    /** Waits just so long. Throws {@link Interrupted} where the thread is to end. */
    public static void pauseFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Interrupted();
            }
            LockSupport.parkNanos(left);
        }
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2, pause.toNanos() + 1));
    }

    /** The thread was interrupted while it waited: somebody else failed, or the operator has had enough. */
    public static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Interrupted() {
            super("interrupted");
        }
    }
}
