package dev.sluice.command.road;

import dev.sluice.command.kafka.Consumers;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A context's share of its command topic. A partition that the group assigns is read only from when it is claimed in the inbox,
 * which alone knows where to go on; until then it is paused.
 */
final class CommandFeed implements ConsumerRebalanceListener, AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<Set<Integer>> onLoss;
    private final Set<Integer> unclaimed = new HashSet<>();
    private final Map<Integer, Position> starts = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    private long lastReport = System.nanoTime();
    private boolean joined;

    CommandFeed(RoadSettings settings, Consumer<Set<Integer>> onLoss) {
        this.topic = settings.topic();
        this.onLoss = onLoss;
        consumer = Consumers.member(settings.bootstrap(), settings.group(), settings.maxRecords());
        consumer.subscribe(List.of(topic), this);
    }

    /** Messages of claimed partitions, those of one partition in order. */
    List<Incoming> poll(Duration patience) {
        List<Incoming> inputs = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            Position start = starts.get(record.partition());
            for (Incoming input : RecordReader.read(record)) {
                if (start != null && input.position().compareTo(start) >= 0) {
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    /** Whether the group has let us in, be it with a partition or without. */
    boolean hasJoined() {
        return joined;
    }

    /** Assigned, but to be claimed before anything is read. */
    Set<TopicPartition> unclaimed() {
        return partitions(unclaimed);
    }

    void claimed(Map<Integer, Position> positions) {
        positions.forEach((partition, position) -> {
            consumer.seek(new TopicPartition(topic, partition), position.offset());
            starts.put(partition, position);
        });
        consumer.resume(partitions(positions.keySet()));
        unclaimed.removeAll(positions.keySet());
    }

    /** All that was read and not stored is read again, once the partitions are claimed again. */
    void surrender() {
        consumer.pause(consumer.assignment());
        consumer.assignment().forEach(partition -> unclaimed.add(partition.partition()));
        starts.clear();
    }

    void carriedOut(List<Incoming> inputs) {
        for (Incoming input : inputs) {
            reached.put(
                    new TopicPartition(topic, input.partition()),
                    new OffsetAndMetadata(input.next().offset()));
        }
    }

    /** For those who watch lag: Kafka's own tools, and the edge, which takes no orders that would wait too long. */
    void report() {
        long now = System.nanoTime();
        if (!reached.isEmpty() && now - lastReport > EVERY.toNanos()) {
            consumer.commitAsync(Map.copyOf(reached), (_, _) -> {});
            reached.clear();
            lastReport = now;
        }
    }

    /** The only call that another thread may make: ends a poll. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        joined = true;
        for (TopicPartition partition : assigned) {
            // Any position will do until the inbox names it: without one the consumer would look for a committed
            // offset.
            consumer.seek(partition, 0);
            unclaimed.add(partition.partition());
        }
        consumer.pause(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Set<Integer> lost = revoked.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        unclaimed.removeAll(lost);
        starts.keySet().removeAll(lost);
        reached.keySet().removeAll(revoked);
        onLoss.accept(lost);
    }

    private Set<TopicPartition> partitions(Collection<Integer> numbers) {
        return numbers.stream().map(number -> new TopicPartition(topic, number)).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
