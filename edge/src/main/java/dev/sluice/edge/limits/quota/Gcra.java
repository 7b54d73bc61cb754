package dev.sluice.edge.limits.quota;

import dev.sluice.edge.settings.Quota;

/**
 * The generic cell rate algorithm as virtual scheduling (ITU-T I.371, annex A): all that is kept is the time at which the
 * quota would be whole again. A request costs one interval of it, and passes where that stays within the window.
 */
public final class Gcra {
    private final Quota quota;
    private final long interval;
    private final long span;
    private long whole;

    /** @param now nanoseconds of any clock, the same for {@link #take} */
    public Gcra(Quota quota, long now) {
        this.quota = quota;
        this.interval = quota.intervalMicros() * 1_000;
        this.span = quota.requests() * interval;
        this.whole = now;
    }

    synchronized Verdict take(long now) {
        long used = Math.max(0, whole - now);
        boolean admitted = used + interval <= span;
        if (admitted) {
            used += interval;
            whole = now + used;
        }
        return Verdict.of(quota, used, admitted);
    }

    /** Nanoseconds until the client may ask again; 0 where this request passes. */
    public long takeOrWait(long now) {
        return take(now).retry();
    }
}
