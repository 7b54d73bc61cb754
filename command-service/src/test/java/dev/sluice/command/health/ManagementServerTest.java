package dev.sluice.command.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.command.kafka.Cluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

    private final Health stock = new Health("stock");
    private final Health payment = new Health("payment");

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void itTellsWhoIsNotReadyAndWhy() throws Exception {
        int port = freePort();
        try (Cluster nowhere = new Cluster("127.0.0.1:1");
                ManagementServer server = new ManagementServer(List.of(stock, payment), nowhere, port)) {
            server.start();
            stock.up();
            payment.down("MySQL: Connection refused");
            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(port, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .contains("\"status\":\"DOWN\"")
                    .contains("\"payment\":\"MySQL: Connection refused\"")
                    .doesNotContain("stock");
        }
    }

    @Test
    void withoutKafkaNobodyIsReady() throws Exception {
        int port = freePort();
        try (Cluster nowhere = new Cluster("127.0.0.1:1");
                ManagementServer server = new ManagementServer(List.of(stock), nowhere, port)) {
            server.start();
            stock.up();
            HttpResponse<String> ready = get(port, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("kafka");
        }
    }

    @Test
    void aTakenPortIsSaidWithTheMend() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Cluster nowhere = new Cluster("127.0.0.1:1");
                ManagementServer server = new ManagementServer(List.of(), nowhere, other.getLocalPort())) {
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(server::start)
                    .withMessageContaining("SLUICE_COMMAND_PORT");
        }
    }
}
