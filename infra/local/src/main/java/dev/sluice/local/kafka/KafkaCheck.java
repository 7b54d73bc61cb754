package dev.sluice.local.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;

/** Describes the cluster through an admin client that it keeps, and compares the id with ours. */
final class KafkaCheck {

    private final String bootstrap;
    private @Nullable Admin admin;

    KafkaCheck(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void run(String clusterId) throws IOException, InterruptedException {
        if (admin == null) {
            admin = admin(bootstrap);
        }
        var cluster = admin.describeCluster();
        if (!clusterId.equals(answer(cluster.clusterId()))) {
            throw new IOException("another Kafka cluster answers on its port");
        }
        Node controller = answer(cluster.controller());
        if (controller == null || controller.isEmpty()) {
            throw new IOException("it has no controller yet");
        }
    }

    static Admin admin(String bootstrap) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000));
    }

    private static <T> T answer(org.apache.kafka.common.KafkaFuture<T> future)
            throws IOException, InterruptedException {
        try {
            return future.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer to an admin request: " + e.getMessage(), e);
        }
    }
}
