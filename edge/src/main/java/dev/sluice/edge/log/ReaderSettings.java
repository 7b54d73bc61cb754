package dev.sluice.edge.log;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How the edge reads what it has not followed: from the beginning, without a group, committed records alone. */
final class ReaderSettings {
    private ReaderSettings() {}

    static Map<String, Object> of(String bootstrap, String clientId) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                clientId,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
    }
}
