package dev.sluice.projector.sink;

import static java.util.stream.Collectors.toSet;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.health.Pauses;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.settings.ProjectorSettings.Sinks;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's work: it believes the store about where to go on, writes what it reads, and asks the store again whenever
 * that turns out not to be where it was left. While the store cannot write it reads nothing, but stays in its group.
 */
final class Consumption implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Consumption.class);

    private final String name;
    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final Store store;
    private final RejectSender rejects;
    private final Sinks settings;
    private final Duration linger;
    private final Transit transit;

    private final Batch batch = new Batch();
    /** Partitions that are read from where the store is. */
    private final Set<Integer> located = new HashSet<>();
    /** How far the store is believed to have come. */
    private final Map<Integer, Long> held = new HashMap<>();

    private final Pauses pauses = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5));
    private Duration patience = Duration.ZERO;
    private long lastContact = System.nanoTime();

    Consumption(
            String name,
            String topic,
            Consumer<byte[], byte[]> consumer,
            Store store,
            RejectSender rejects,
            Sinks settings,
            Duration linger,
            Transit transit) {
        this.name = name;
        this.topic = topic;
        this.consumer = consumer;
        this.store = store;
        this.rejects = rejects;
        this.settings = settings;
        this.linger = linger;
        this.transit = transit;
    }

    /** Reads for a while, and writes what is due. */
    Condition turn() {
        consumer.poll(patience).forEach(batch::add);
        try {
            locate();
            work();
            pauses.reset();
            patience = batch.isEmpty() ? settings.verifyEvery() : remainingLinger();
            return condition();
        } catch (StoreDiverged e) {
            log.warn("{}: {}; asking it again", name, e.getMessage());
            consumer.pause(consumer.assignment());
            located.clear();
            batch.clear();
            patience = Duration.ZERO;
            return Condition.down(e);
        } catch (StoreUnavailable | RetriableException e) {
            consumer.pause(consumer.assignment());
            patience = pauses.next();
            return Condition.down(e);
        }
    }

    private Condition condition() {
        return located.isEmpty() ? Condition.down("waiting for partitions") : Condition.up("running");
    }

    private void work() {
        if (!batch.isEmpty()
                && (batch.size() >= settings.maxDocuments()
                        || batch.bytes() >= settings.maxBytes().toBytes()
                        || remainingLinger().isZero())) {
            write();
        } else if (System.nanoTime() - lastContact >= settings.verifyEvery().toNanos()) {
            verify();
        }
        // After an outage everything was paused.
        consumer.resume(partitions(located));
    }

    private Duration remainingLinger() {
        Duration remaining = linger.minusNanos(batch.age());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    private void write() {
        for (List<Document> piece : batch.pieces(settings.maxBytes().toBytes())) {
            for (Refusal refusal : store.write(piece)) {
                rejects.send(name, batch.original(refusal.documentId()), refusal.reason());
            }
        }
        Map<Integer, Long> next = batch.next();
        store.advance(next.entrySet().stream()
                .map(entry -> new Position(entry.getKey(), held.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                .toList());
        held.putAll(next);
        transit.ended(batch.oldest());
        batch.clear();
        lastContact = System.nanoTime();
        // Only for those who look from outside: where to go on is the store's to say.
        consumer.commitAsync(offsets(next), null);
    }

    private void verify() {
        Map<Integer, Long> found = store.positions(located);
        lastContact = System.nanoTime();
        for (int partition : located) {
            if (!held.getOrDefault(partition, 0L).equals(found.get(partition))) {
                throw new StoreDiverged("it was left at " + held.get(partition) + " of partition " + partition
                        + " and is found at " + found.get(partition));
            }
        }
    }

    /** Goes on where the store is with every partition that is not read yet. */
    private void locate() {
        Set<Integer> wanted = numbers(consumer.assignment());
        wanted.removeAll(located);
        if (wanted.isEmpty()) {
            return;
        }
        Map<Integer, Long> found = store.positions(wanted);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions(wanted));
        if (wanted.stream()
                .anyMatch(partition -> found.getOrDefault(partition, -1L) < onceHeld(partition, committed))) {
            store.incomplete();
        }
        store.advance(wanted.stream()
                .filter(partition -> !found.containsKey(partition))
                .map(partition -> new Position(partition, 0, 0))
                .toList());
        for (int partition : wanted) {
            long position = found.getOrDefault(partition, 0L);
            consumer.seek(new TopicPartition(topic, partition), position);
            held.put(partition, position);
        }
        located.addAll(wanted);
    }

    /** What this process knows, or an earlier one told the broker. */
    private long onceHeld(int partition, Map<TopicPartition, OffsetAndMetadata> committed) {
        OffsetAndMetadata told = committed.get(new TopicPartition(topic, partition));
        return Math.max(held.getOrDefault(partition, 0L), told == null ? 0 : told.offset());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        consumer.pause(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Set<Integer> gone = numbers(revoked);
        batch.drop(gone);
        located.removeAll(gone);
        held.keySet().removeAll(gone);
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(toSet());
    }

    private Set<TopicPartition> partitions(Set<Integer> numbers) {
        return numbers.stream().map(number -> new TopicPartition(topic, number)).collect(toSet());
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> next) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) ->
                offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        return offsets;
    }
}
