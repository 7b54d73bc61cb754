package dev.sluice.command.outbox;

import dev.sluice.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partition a key belongs to. */
public final class Partitions {

    private Partitions() {}

    /** As Kafka's own producer does it for keys. */
    public static int of(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
    }
}
