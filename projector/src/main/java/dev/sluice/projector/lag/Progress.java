package dev.sluice.projector.lag;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group has come at one moment, by partition.
 *
 * @param starts the first offset that the log still has
 * @param next the offset that the group reads next
 * @param ends the offset after the last record
 */
public record Progress(
        Map<TopicPartition, Long> starts, Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {

    static Progress of(
            Set<TopicPartition> read,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Long> ends) {
        return new Progress(
                at(read, starts),
                read.stream()
                        .collect(toMap(
                                p -> p, p -> Math.max(committed.getOrDefault(p, 0L), starts.getOrDefault(p, 0L)))),
                at(read, ends));
    }

    private static Map<TopicPartition, Long> at(Set<TopicPartition> read, Map<TopicPartition, Long> offsets) {
        return read.stream().collect(toMap(p -> p, p -> offsets.getOrDefault(p, 0L)));
    }

    /** Records that the group has before it. */
    public long before() {
        return sum(ends, next);
    }

    /** Records that it has behind it, of those that the log still has. */
    public long done() {
        return sum(next, starts);
    }

    private static long sum(Map<TopicPartition, Long> to, Map<TopicPartition, Long> from) {
        return to.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - from.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Whether all is read that had come by then. */
    boolean passed(Map<TopicPartition, Long> then) {
        return then.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
