package dev.sluice.projector.lag;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker. Every call throws {@link LogUnreachable} where it does not answer. */
public final class LogEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;

    public LogEnds(Admin admin) {
        this.admin = admin;
    }

    public boolean reachable() {
        try {
            answer(admin.describeCluster().clusterId());
            return true;
        } catch (LogUnreachable e) {
            return false;
        }
    }

    /** The id of a topic: a topic that was deleted and made anew has another. */
    public String topicId(String topic) {
        return requireNonNull(answer(admin.describeTopics(Set.of(topic)).allTopicNames())
                        .get(topic))
                .topicId()
                .toString();
    }

    /** The offset after the last committed record of each partition that holds any. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        Set<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        ends.entrySet().removeIf(end -> end.getValue().equals(starts.get(end.getKey())));
        return ends;
    }

    /** The offset that each partition is read from next by the group; partitions that it never read are left out. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** How many records of these topics, and of whatever else it reads, the group has before it. */
    public long lag(String group, Collection<String> topics) {
        Map<TopicPartition, Long> committed = committed(group);
        Set<TopicPartition> read = new HashSet<>(partitions(topics));
        read.addAll(committed.keySet());
        Map<TopicPartition, Long> ends = offsets(read, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(read, OffsetSpec.earliest());
        return read.stream()
                .mapToLong(partition -> {
                    long start = starts.getOrDefault(partition, 0L);
                    long next = Math.max(committed.getOrDefault(partition, 0L), start);
                    return Math.max(0, ends.getOrDefault(partition, 0L) - next);
                })
                .sum();
    }

    private Set<TopicPartition> partitions(Collection<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        answer(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = partitions.stream().collect(toMap(p -> p, _ -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(wanted, COMMITTED).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnreachable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new LogUnreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreachable(e);
        }
    }
}
