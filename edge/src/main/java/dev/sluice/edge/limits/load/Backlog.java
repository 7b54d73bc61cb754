package dev.sluice.edge.limits.load;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Estimates from samples how long a command that is appended now will wait for its turn: at least as long as the oldest one has
 * waited, and as long as the present pace takes for what lies before it. Not thread-safe.
 */
final class Backlog {
    private static final long REMEMBERED = Duration.ofMinutes(10).toNanos();
    private static final long PACE_WINDOW = Duration.ofSeconds(10).toNanos();
    private static final long SHORTEST_PACE = Duration.ofSeconds(2).toNanos();

    private final long ignored;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /** @param ignored so few commands are no backlog; transactions' markers and what was not reported yet look like some */
    Backlog(long ignored) {
        this.ignored = ignored;
    }

    /**
     * @param at nanoseconds
     * @param appended offsets in the topic, all partitions together
     * @param carriedOut offsets that its consumers have behind them
     */
    record Sample(long at, long appended, long carriedOut) {
        long behind() {
            return appended - carriedOut;
        }
    }

    void add(Sample sample) {
        samples.addFirst(sample);
        while (sample.at - samples.getLast().at > REMEMBERED) {
            samples.removeLast();
        }
    }

    /** Nanoseconds. */
    long estimatedWait() {
        Sample last = samples.peekFirst();
        return last == null || last.behind() <= ignored ? 0 : Math.max(age(last), atPresentPace(last));
    }

    /** Of the oldest command that was not carried out, as far as samples reach back. */
    private long age(Sample last) {
        long age = 0;
        for (Sample sample : samples) {
            if (sample.appended <= last.carriedOut) {
                return age;
            }
            age = last.at - sample.at;
        }
        return age;
    }

    /** By the best pace of late, since one stretch of it may have been an outage; 0 where nothing tells the pace. */
    private long atPresentPace(Sample last) {
        double best = 0;
        for (Sample sample : samples) {
            long since = last.at - sample.at;
            if (since > PACE_WINDOW || sample.behind() <= ignored) {
                break;
            }
            if (since >= SHORTEST_PACE) {
                best = Math.max(best, (double) (last.carriedOut - sample.carriedOut) / since);
            }
        }
        return best == 0 ? 0 : Math.round(last.behind() / best);
    }
}
