package dev.sluice.load.bench.probe;

import dev.sluice.load.installation.OperatorMistake;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What consumer groups have before them. */
public final class Backlog implements AutoCloseable {
    private final Admin admin;

    public Backlog(String bootstrap) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** Records, transaction markers included, of all topics that the group has begun. */
    public long of(String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                            read.keySet().stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            return read.entrySet().stream()
                    .mapToLong(one ->
                            Objects.requireNonNull(ends.get(one.getKey())).offset()
                                    - one.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new OperatorMistake("Kafka does not answer: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
