package dev.sluice.projector.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.rejects.Rejects;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Without Kafka, which is where nobody is. */
class ManagementServerTest {
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private final Health health = new Health(Map.of(), List.of(), new LogEnds(admin), new Rejects("rejects"));
    private final HttpClient client = HttpClient.newHttpClient();
    private ManagementServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new ManagementServer(health, port);
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
    void whatIsNotThereIsAProblem() throws Exception {
        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/projections"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPortThatIsTakenIsSaidWithTheMend() {
        ManagementServer second = new ManagementServer(health, port);

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
