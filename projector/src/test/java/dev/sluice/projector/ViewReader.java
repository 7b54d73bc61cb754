package dev.sluice.projector;

import dev.sluice.projector.log.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows a topic from its beginning and keeps the latest value of each key. */
public final class ViewReader<T> implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer = Servers.consumer();
    private final Class<T> type;
    private final Map<String, T> documents = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    public ViewReader(String topic, Class<T> type) {
        this.type = type;
        List<TopicPartition> partitions = IntStream.range(0, Servers.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public Map<String, T> documents() {
        poll();
        return documents;
    }

    public List<ConsumerRecord<String, byte[]>> records() {
        poll();
        return records;
    }

    private void poll() {
        try (var deserializer = Formats.json(type).deserializer()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                records.add(record);
                if (type != byte[].class) {
                    documents.put(record.key(), deserializer.deserialize(record.topic(), record.value()));
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
