package dev.sluice.projector.rebuild;

import dev.sluice.projector.lag.Progress;
import java.time.Duration;

/** How far a rebuild has come, and how fast it has been lately. */
final class Meter {
    /** After so long an earlier rate counts for a third. */
    private static final double MEMORY = Duration.ofSeconds(5).toNanos();

    private long done;
    private long total;
    private long at;
    private double perSecond;

    /** @param now by {@code System.nanoTime} */
    void look(Progress progress, long now) {
        long before = done;
        long then = at;
        done = progress.done();
        total = progress.done() + progress.before();
        at = now;
        if (then != 0 && now > then) {
            double rate = Math.max(0, done - before) * 1e9 / (now - then);
            double weight = 1 - Math.exp((then - now) / MEMORY);
            perSecond += weight * (rate - perSecond);
        }
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    /** Records of its sources. */
    long perSecond() {
        return Math.round(perSecond);
    }

    /** At this rate; 0 where nothing moves or nothing is left. */
    long secondsLeft() {
        return perSecond < 1 ? 0 : Math.round((total - done) / perSecond);
    }
}
