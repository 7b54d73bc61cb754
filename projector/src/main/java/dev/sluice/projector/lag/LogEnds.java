package dev.sluice.projector.lag;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.sluice.schemas.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Asks the broker. Every call throws {@link LogUnreachable} where it does not answer. */
public final class LogEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    /** Partitions of each topic, which never change. */
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

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
        return known(answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    }

    /** The first record of each partition that was written at that time or later, or where the next one will be. */
    public Map<TopicPartition, Long> at(Collection<String> topics, Instant time) {
        Set<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> found = offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
        Map<TopicPartition, Long> latest = latest(topics);
        found.replaceAll((partition, offset) -> offset < 0 ? latest.getOrDefault(partition, 0L) : offset);
        return found;
    }

    /** Where the next record of each partition will be. */
    public Map<TopicPartition, Long> latest(Collection<String> topics) {
        return offsets(partitions(topics), OffsetSpec.latest());
    }

    /** Lets a group that has no members go on there. */
    public void move(String group, Map<TopicPartition, Long> to) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        to.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        answer(admin.alterConsumerGroupOffsets(group, offsets).all());
    }

    /** Creates a topic where there is none of its name. */
    public void create(Topic topic) {
        NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.configuration());
        try {
            answer(admin.createTopics(Set.of(wanted)).all());
        } catch (LogUnreachable e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** How far each group has come with its topics, and with whatever else it reads, all at one moment. */
    public Map<String, Progress> progress(Map<String, Set<String>> topicsByGroup) {
        Map<String, Map<TopicPartition, Long>> committed = committed(topicsByGroup.keySet());
        Map<String, Set<TopicPartition>> read = new HashMap<>();
        topicsByGroup.forEach((group, topics) -> {
            Set<TopicPartition> all = new HashSet<>(partitions(topics));
            all.addAll(committed.getOrDefault(group, Map.of()).keySet());
            read.put(group, all);
        });
        Set<TopicPartition> every = read.values().stream().flatMap(Set::stream).collect(toSet());
        Map<TopicPartition, Long> ends = offsets(every, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(every, OffsetSpec.earliest());
        return read.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> Progress.of(
                                entry.getValue(), starts, committed.getOrDefault(entry.getKey(), Map.of()), ends)));
    }

    private Map<String, Map<TopicPartition, Long>> committed(Set<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> wanted =
                groups.stream().collect(toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> all = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(wanted).all())
                .forEach((group, offsets) -> all.put(group, known(offsets)));
        return all;
    }

    private static Map<TopicPartition, Long> known(Map<TopicPartition, @Nullable OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> known = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
        return known;
    }

    private Set<TopicPartition> partitions(Collection<String> topics) {
        Set<String> unknown = new HashSet<>(topics);
        unknown.removeAll(counts.keySet());
        if (!unknown.isEmpty()) {
            answer(admin.describeTopics(unknown).allTopicNames())
                    .forEach((topic, description) ->
                            counts.put(topic, description.partitions().size()));
        }
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, counts.getOrDefault(topic, 0))
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(toSet());
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
