package dev.sluice.projector.generation;

import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes a record of the topic {@code control}: reads it, decides, writes, in a transaction of one name. Of two projectors that
 * do so at once, the second cuts off the first, which then knows that nothing has happened.
 */
public final class ControlLog {
    private static final Logger log = LoggerFactory.getLogger(ControlLog.class);
    private static final int ATTEMPTS = 3;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<String, Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Map<Projection, Lock> turns = new ConcurrentHashMap<>();

    /**
     * @param producers by their transactional id
     * @param consumers that read what is committed, in no group
     */
    public ControlLog(
            Function<String, Producer<byte[], byte[]>> producers, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.producers = producers;
        this.consumers = consumers;
    }

    /**
     * Those of one process take turns; who is cut off by another process decides anew on what that has made of it. Throws what the decision
     * throws, and {@link LogUnreachable}; then nothing has changed.
     */
    public Generations change(Projection projection, UnaryOperator<Generations> decision) {
        Lock turn = turns.computeIfAbsent(projection, _ -> new ReentrantLock());
        turn.lock();
        try {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                try {
                    return attempt(projection, decision);
                } catch (ProducerFencedException | InvalidProducerEpochException e) {
                    log.debug(
                            "{} was changed by another projector at the same moment: {}",
                            projection.id(),
                            e.getMessage());
                }
            }
            return attempt(projection, decision);
        } catch (KafkaException e) {
            throw new LogUnreachable(e);
        } finally {
            turn.unlock();
        }
    }

    private Generations attempt(Projection projection, UnaryOperator<Generations> decision) {
        try (Producer<byte[], byte[]> producer = producers.apply("sluice-control-" + projection.id())) {
            producer.initTransactions();
            Generations next = decision.apply(read(projection));
            byte[] key = projection.id().getBytes(StandardCharsets.UTF_8);
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(Topics.CONTROL, key, Json.MAPPER.writeValueAsBytes(next)));
            producer.commitTransaction();
            return next;
        }
    }

    private Generations read(Projection projection) {
        Generations latest = Generations.first(projection);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CONTROL, PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (projection.id().equals(new String(record.key(), StandardCharsets.UTF_8))) {
                        latest = Json.MAPPER.readValue(record.value(), Generations.class);
                    }
                }
            }
        }
        return latest;
    }
}
