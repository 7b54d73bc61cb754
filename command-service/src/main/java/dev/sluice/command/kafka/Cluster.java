package dev.sluice.command.kafka;

import dev.sluice.command.turn.Outage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Questions to the Kafka cluster as a whole. Connects at the first one. Every answer is bounded in time. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String bootstrap;
    private @Nullable Admin admin;

    public Cluster(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public String id() {
        return answer(admin().describeCluster(options()).clusterId());
    }

    /** The id that a topic got at its creation. Throws {@link Outage} where there is no such topic. */
    public String topicId(String topic) {
        return answer(admin().describeTopics(List.of(topic)).topicNameValues().get(topic))
                .topicId()
                .toString();
    }

    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** Where readers of committed records stand once they have read all that there is now. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin().listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static DescribeClusterOptions options() {
        return new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
    }

    private static <T> T answer(@Nullable KafkaFuture<T> question) {
        try {
            if (question == null) {
                throw new Outage("Kafka gave no answer");
            }
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Outage("Kafka: " + Outage.firstLine(cause), cause);
        } catch (TimeoutException e) {
            throw new Outage("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("interrupted", e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap,
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    "sluice-command",
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                    "1000",
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    String.valueOf(PATIENCE.toMillis()),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    String.valueOf(PATIENCE.toMillis())));
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
