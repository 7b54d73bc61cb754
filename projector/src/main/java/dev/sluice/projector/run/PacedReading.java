package dev.sluice.projector.run;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Holds a consumer back to its {@link Pace}, on its own thread: what is not read takes no memory and no time. */
public final class PacedReading implements ConsumerInterceptor<byte[], byte[]> {
    static final String PACE = "sluice.pace";

    private Pace pace = new Pace();

    @Override
    public void configure(Map<String, ?> configuration) {
        pace = (Pace) Objects.requireNonNull(configuration.get(PACE), PACE);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        if (!records.isEmpty()) {
            pace.take(records.count());
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
