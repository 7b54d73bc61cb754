package dev.sluice.load.bench.probe;

import dev.sluice.load.patience.Backoff;
import dev.sluice.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a topic from where it ends now, as anybody would who waits for what comes of his command: committed records only. */
public final class Tail implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closing;

    /** @param records called by a thread of this tail, in the order of each partition */
    public Tail(String bootstrap, String topic, Consumer<ConsumerRecord<byte[], byte[]>> records) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Before anybody goes on: an end that is looked up later would be behind what has come meanwhile.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("tail-" + topic).start(() -> follow(records));
    }

    private void follow(Consumer<ConsumerRecord<byte[], byte[]>> records) {
        try {
            while (!closing) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records);
            }
            end.complete(null);
        } catch (WakeupException e) {
            end.complete(null);
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    /** Throws what has ended the tail, if anything has. */
    public void check() {
        if (end.isCompletedExceptionally()) {
            try {
                end.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("the log cannot be followed: " + e.getCause(), e);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Backoff.Interrupted();
        }
        consumer.close();
    }
}
