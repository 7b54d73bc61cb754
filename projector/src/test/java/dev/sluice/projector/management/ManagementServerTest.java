package dev.sluice.projector.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.control.Control;
import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.generation.ControlLog;
import dev.sluice.projector.lag.LagWatch;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.pipeline.Pipelines;
import dev.sluice.projector.rebuild.Builds;
import dev.sluice.projector.rebuild.Rebuilds;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.verify.Verification;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Without Kafka, which is where nobody is. */
class ManagementServerTest {
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private final LogEnds logEnds = new LogEnds(admin);
    private final Freshness freshness = new Freshness(
            new LagWatch(logEnds, Map::of, System::nanoTime),
            List::of,
            () -> "an instance",
            _ -> true,
            _ -> {},
            Duration.ofSeconds(10));
    private final LiveGenerations generations = new Control("127.0.0.1:1").generations();
    private final Builds builds = new Builds(freshness, _ -> List.of(), new Verification(Clock.systemUTC()));
    private final Health health = new Health(
            generations,
            new Pipelines(_ -> {
                throw new AssertionError("nothing is started here");
            }),
            builds,
            logEnds,
            freshness,
            new Rejects("rejects"));
    private final RebuildCalls rebuilds = new RebuildCalls(new Rebuilds(
            generations,
            new ControlLog(
                    _ -> {
                        throw new KafkaException("nobody is there");
                    },
                    () -> {
                        throw new KafkaException("nobody is there");
                    }),
            builds,
            Clock.systemUTC()));
    private final Inspections inspections = new Inspections(generations, _ -> List.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private ManagementServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new ManagementServer(health, rebuilds, inspections, port);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        admin.close(Duration.ZERO);
    }

    @Test
    void itIsAliveBeforeItIsReady() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"DOWN\"").contains("Kafka does not answer");
    }

    @Test
    void withoutKafkaItsMetricsSayNothingOfViews() throws Exception {
        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.body()).contains("jvm_memory_used_bytes").doesNotContain("sluice_projection_lag_seconds{");
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void onlyGenerationsCanBeChanged() throws Exception {
        assertThat(post("/projections", "").statusCode()).isEqualTo(405);
        assertThat(post("/health/ready", "").statusCode()).isEqualTo(405);
    }

    @Test
    void whatCannotBeDoneIsAProblemThatSaysTheMend() throws Exception {
        assertThat(post("/projections/order/rebuilds", "").body()).contains("order-status, product-page");
        assertThat(post("/projections/operations/stop", "").body()).contains("rebuilds, rebuilds/pause");
        assertThat(post("/projections/operations/rebuilds", "{").statusCode()).isEqualTo(400);
        assertThat(post("/projections/operations/rebuilds", "{\"factsPerSecond\":-1}")
                        .body())
                .contains("from 0");
        assertThat(post("/projections/operations/rebuilds", "{\"from\":\"2026-11-01T00:00Z\"}")
                        .body())
                .contains("as must give");
        assertThat(post("/projections/operations/rebuilds", "{\"as\":\"debug\",\"from\":\"yesterday\"}")
                        .body())
                .contains("2026-11-01T00:00Z for example");
        assertThat(get("/projections/operations/comparison?left=live&right=debug")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get("/projections/operations/differences").statusCode()).isEqualTo(404);
        assertThat(post("/projections/operations/swap", "").statusCode()).isEqualTo(409);
        assertThat(post("/projections/operations/rebuilds", "").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(post, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPortThatIsTakenIsSaidWithTheMend() {
        ManagementServer second = new ManagementServer(health, rebuilds, inspections, port);

        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(second::start)
                .satisfies(taken -> assertThat(new PortTakenAnalyzer().analyze(taken))
                        .isNotNull()
                        .extracting(FailureAnalysis::getAction)
                        .asString()
                        .contains("SLUICE_PROJECTOR_PORT"));
        second.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
