package dev.sluice.edge.log;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How commands are produced. */
final class ProducerSettings {
    private static final long BUFFER = 32L * 1024 * 1024;
    private static final int BATCH = 128 * 1024;
    /** With more, a young topic's first batches can overtake each other, and the first then fails for good (KAFKA-15591). */
    private static final int IN_FLIGHT = 1;

    private static final Duration NEVER = Duration.ofDays(3650);
    private static final Duration RECONNECT = Duration.ofMillis(500);

    private ProducerSettings() {}

    static Map<String, Object> of(String bootstrap, Duration linger, Duration deliveryTime) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                Map.entry(CommonClientConfigs.CLIENT_ID_CONFIG, "edge"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis()),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER),
                // An event loop sends: rather fail than wait for memory or for what the brokers are.
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L),
                // For the same reason topics that nobody wrote to for a while must not be forgotten.
                Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, NEVER.toMillis()),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                        deliveryTime.minus(linger).dividedBy(2).toMillis()),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTime.toMillis()),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT.toMillis()));
    }
}
