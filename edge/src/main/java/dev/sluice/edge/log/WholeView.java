package dev.sluice.edge.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of a view from its beginning to where it ends when that begins. */
public final class WholeView {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> configuration;

    public WholeView(String bootstrap) {
        this.configuration = ReaderSettings.of(bootstrap, "edge-whole-view");
    }

    /**
     * Returns whether it came to the end; false where that is not wanted any more. Throws {@link KafkaException} where Kafka or the
     * topic is not there.
     *
     * @param length told first, of about how many records there are; more of them than documents, since the topic is compacted
     * @param id told of each document that is there
     */
    public boolean read(String topic, BooleanSupplier wanted, LongConsumer length, Consumer<String> id) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            length.accept(sum(consumer.endOffsets(partitions, PATIENCE))
                    - sum(consumer.beginningOffsets(partitions, PATIENCE)));
            // Only now: whoever is told of the length sees by another way what comes from then on.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (!reached(consumer, ends)) {
                if (!wanted.getAsBoolean()) {
                    return false;
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.key() != null && record.value() != null) {
                        id.accept(record.key());
                    }
                }
            }
            return true;
        }
    }

    private static boolean reached(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
