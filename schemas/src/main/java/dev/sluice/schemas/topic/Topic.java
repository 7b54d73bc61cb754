package dev.sluice.schemas.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A topic of the catalogue.
 *
 * @param key what the record key is
 * @param partitions fixed at creation: changing it would move keys
 */
public record Topic(String name, String key, int partitions, Retention retention) {

    /** How long a topic keeps its records. */
    public sealed interface Retention {
        /** Everything, always. */
        record Forever() implements Retention {}

        /** The latest record per key. */
        record Compacted() implements Retention {}

        record For(Duration duration) implements Retention {}
    }

    /** The topic's configuration for Kafka's admin client. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        switch (retention) {
            case Retention.Forever() -> {
                configuration.put("cleanup.policy", "delete");
                configuration.put("retention.ms", "-1");
            }
            case Retention.Compacted() -> configuration.put("cleanup.policy", "compact");
            case Retention.For(Duration duration) -> {
                configuration.put("cleanup.policy", "delete");
                configuration.put("retention.ms", Long.toString(duration.toMillis()));
            }
        }
        return configuration;
    }
}
