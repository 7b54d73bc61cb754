package dev.sluice.projector;

import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.settings.ProjectorSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients that are not Kafka Streams' own. */
final class Clients {
    /** With more, a young topic's first batches can overtake each other, and the first then fails for good (KAFKA-15591). */
    private static final int IN_FLIGHT = 1;

    private final ProjectorSettings settings;
    private final StateDirectory state;

    Clients(ProjectorSettings settings, StateDirectory state) {
        this.settings = settings;
        this.state = state;
    }

    Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> c = common();
        c.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        c.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, state.instance());
        c.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.projector().streams().sessionTimeout().toMillis());
        c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        c.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        c.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.projector().sinks().maxDocuments());
        // Compressed, so that several times as much lands on the heap.
        c.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 << 10);
        c.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1 << 20);
        return new KafkaConsumer<>(c, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> c = common();
        c.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
        c.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        c.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        return new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** In no group, for who reads a topic to its end. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> c = common();
        c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(c, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> c = common();
        c.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        c.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
        c.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        c.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For what is out of date when it waits: rather fail soon. */
    Producer<byte[], byte[]> impatientProducer() {
        Map<String, Object> c = common();
        c.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        c.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        c.put(ProducerConfig.ACKS_CONFIG, "1");
        c.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        return new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(common());
    }

    private Map<String, Object> common() {
        Map<String, Object> c = new HashMap<>();
        c.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrap());
        c.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        c.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return c;
    }
}
