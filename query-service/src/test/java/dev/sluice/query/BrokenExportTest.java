package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small server stands for an Elasticsearch that goes away between two portions: the real one does not do so on demand. */
class BrokenExportTest {
    private static final int PORTION = 100;

    /** So that a portion is more than all buffers hold. */
    private static final String LONG_SKU = "x".repeat(1_000);

    private final AtomicInteger searches = new AtomicInteger();
    private HttpServer elasticsearch;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        elasticsearch = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elasticsearch.createContext("/", this::answer);
        elasticsearch.start();
        service = RunningService.with(
                FirstGeneration.class,
                "sluice.elasticsearch.url=http://127.0.0.1:"
                        + elasticsearch.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        service.close();
        elasticsearch.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void isCutAndNotEnded(String mediaType) throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            client.getOutputStream()
                    .write(("GET /admin/orders HTTP/1.1\r\nHost: sluice\r\nAccept: " + mediaType + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked", "order-0");
            assertThat(answer).doesNotEndWith("0\r\n\r\n").doesNotContain("problem", "status\":5", "<html");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            if (path.endsWith("_pit")) {
                send(exchange, 200, Map.of("id", "snapshot", "_shards", shards()));
            } else if (searches.getAndIncrement() == 0) {
                send(exchange, 200, portion());
            } else {
                send(exchange, 503, Map.of("error", Map.of("type", "gone", "reason", "gone"), "status", 503));
            }
        }
    }

    private static Map<String, Object> portion() {
        List<Map<String, Object>> hits = IntStream.range(0, PORTION)
                .mapToObj(i -> Map.of(
                        "_index",
                        "orders",
                        "_id",
                        "order-" + i,
                        "_source",
                        Json.MAPPER.valueToTree(
                                SampleOrder.confirmed("ada", SampleOrder.NOON, i, "order-" + i, LONG_SKU)),
                        "sort",
                        List.of(i)))
                .toList();
        return Map.of(
                "took", 1, "timed_out", false, "pit_id", "snapshot", "_shards", shards(), "hits", Map.of("hits", hits));
    }

    private static Map<String, Object> shards() {
        return Map.of("total", 1, "successful", 1, "failed", 0, "skipped", 0);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
