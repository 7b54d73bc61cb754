package dev.sluice.edge.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a partition backwards, page by page. For few who are patient: each page takes a consumer of its own. */
public final class LogReader {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> configuration;

    public LogReader(String bootstrap) {
        this.configuration = ReaderSettings.of(bootstrap, "edge-log-reader");
    }

    /**
     * @param records oldest first
     * @param from the offset of the first of them
     */
    public record Page(List<byte[]> records, long from, boolean hasEarlier) {}

    /** So many records, at most, that stand before the offset. Throws {@link KafkaException} where Kafka or the topic is not there. */
    public Page before(String topic, int partition, long offset, int limit) {
        TopicPartition from = new TopicPartition(topic, partition);
        List<TopicPartition> one = List.of(from);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(one);
            long beginning = consumer.beginningOffsets(one, PATIENCE).getOrDefault(from, 0L);
            long end = Math.min(offset, consumer.endOffsets(one, PATIENCE).getOrDefault(from, 0L));
            long start = Math.max(beginning, end - limit);
            consumer.seek(from, start);
            List<byte[]> records = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(from, PATIENCE) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end) {
                        records.add(record.value());
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the log was not read to its end in time");
                }
            }
            return new Page(List.copyOf(records), start, start > beginning);
        }
    }
}
