package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Reply;
import dev.sluice.schemas.message.Ids;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementIT {
    private final Path accessLog = Path.of("target", "access-" + Ids.next() + ".log");

    @Test
    void operatorsSeeWhatClientsDoNot() {
        try (RunningEdge edge = new RunningEdge(Map.of(
                "sluice.edge.management.access-log.file",
                accessLog.toAbsolutePath().toString()))) {
            edge.awaitReady();
            assertThat(edge.api()
                            .get("/orders/secret-id?q=secret", "secret-token")
                            .status())
                    .isNotEqualTo(200);

            Reply metrics = edge.management().get("/metrics");

            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
            assertThat(metrics.body())
                    .containsPattern(
                            "sluice_edge_requests_seconds_count\\{method=\"GET\",route=\"/health/ready\",status=\"200\"} [1-9]")
                    .containsPattern(
                            "sluice_edge_filter_seconds_count\\{filter=\"form\",method=\"GET\",route=\"/orders/\\{id}\"} 1")
                    .contains("sluice_edge_connections ", "jvm_memory_used_bytes", "jvm_gc_");
            assertThat(edge.management().get("/health/ready").status()).isEqualTo(200);
            assertThat(edge.management().get("/orders/1").status()).isEqualTo(404);
            assertThat(edge.api().get("/metrics").status()).isEqualTo(404);
            await().untilAsserted(() -> assertThat(accessLog)
                    .content()
                    .contains("\"client\":\"127.0.0.1\"", "\"route\":\"/orders/{id}\"", "\"trace\":\"")
                    .doesNotContain("secret"));
        }
    }
}
