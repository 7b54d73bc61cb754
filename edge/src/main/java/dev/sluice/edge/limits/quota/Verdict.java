package dev.sluice.edge.limits.quota;

import dev.sluice.edge.settings.Quota;
import java.time.Duration;

/**
 * Whether a request may pass, and how its client stands.
 *
 * @param remaining requests that it may make at once
 * @param untilFull nanoseconds until it has its whole quota again, if it asks no more
 * @param retry nanoseconds until it may ask again; 0 where it passed
 */
public record Verdict(boolean admitted, long remaining, long untilFull, long retry) {
    /** @param used nanoseconds of earning that are spent, with this request where it is admitted */
    public static Verdict of(Quota quota, long used, boolean admitted) {
        long interval = quota.intervalMicros() * 1_000;
        long span = quota.requests() * interval;
        long remaining = Math.max(0, (span - used) / interval);
        return new Verdict(admitted, remaining, used, admitted ? 0 : Math.max(1, used + interval - span));
    }

    /** Rounded up, and never 0: a client that comes again at once would not find more. */
    public long retrySeconds() {
        return Math.max(1, Math.ceilDiv(retry, Duration.ofSeconds(1).toNanos()));
    }

    public long untilFullSeconds() {
        return Math.ceilDiv(untilFull, Duration.ofSeconds(1).toNanos());
    }
}
