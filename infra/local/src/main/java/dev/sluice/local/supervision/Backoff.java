package dev.sluice.local.supervision;

import java.time.Duration;

/** How long to wait before a dead child is started again: at once at first, up to 30 s for one that keeps dying young. */
final class Backoff {

    private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 30_000;

    private int deaths;

    void ran(Duration life) {
        if (life.compareTo(OLD_ENOUGH) > 0) {
            deaths = 0;
        }
    }

    Duration next() {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(deaths, 20));
        deaths++;
        return Duration.ofMillis(millis);
    }
}
