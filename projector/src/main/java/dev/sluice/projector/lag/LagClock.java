package dev.sluice.projector.lag;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Turns a group's lag from records into time: remembers where the log ended at which moment, and looks how long ago that end
 * was that the group has reached. So it needs no record's own time, which may be of an older fact.
 */
final class LagClock {
    private static final int MOST_MARKS = 600;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private long reached;
    private long moved;
    private Map<TopicPartition, Long> next = Map.of();

    /** Where the log ended. */
    private record Mark(Map<TopicPartition, Long> ends, long at) {}

    /** @param now by {@code System.nanoTime}; the lag is at least as old as the clock where it was there before it */
    LagClock(long now) {
        this.reached = now;
        this.moved = now;
    }

    Lag observe(Progress progress, long now) {
        long events = progress.before();
        if (events == 0 || !progress.next().equals(next)) {
            moved = now;
            next = progress.next();
        }
        remember(progress.ends(), now);
        while (!marks.isEmpty() && progress.passed(marks.getFirst().ends())) {
            reached = marks.removeFirst().at();
        }
        Duration age = events == 0 ? Duration.ZERO : Duration.ofNanos(now - reached);
        return new Lag(events, age, Duration.ofNanos(now - moved));
    }

    /** An end that has not moved is as of now; of too many marks the latest go, which makes ages coarser and never less. */
    private void remember(Map<TopicPartition, Long> ends, long now) {
        Mark last = marks.peekLast();
        if (last != null && (last.ends().equals(ends) || marks.size() >= MOST_MARKS)) {
            marks.removeLast();
        }
        marks.addLast(new Mark(ends, now));
    }
}
