package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the edge passes on, whatever is behind it: the real query-service's answers are tested end to end. */
class SearchesIT {
    private static final Issuer ISSUER = new Issuer();
    private static final CountDownLatch RELEASED = new CountDownLatch(1);
    private static final int LARGE = 20_000_000;
    private static final HttpServer BEHIND = behind();
    private static final RunningEdge EDGE = new RunningEdge(Map.of(
            "sluice.issuer.url",
            ISSUER.url(),
            "sluice.query.url",
            "http://127.0.0.1:" + BEHIND.getAddress().getPort(),
            "sluice.projector.url",
            "http://127.0.0.1:" + BEHIND.getAddress().getPort(),
            "sluice.query.patience",
            "1s",
            "sluice.query.at-a-time",
            "4"));

    private final Api api = EDGE.api();

    SearchesIT() {
        EDGE.awaitReady();
    }

    @AfterAll
    static void stop() {
        RELEASED.countDown();
        EDGE.close();
        ISSUER.close();
        BEHIND.stop(0);
    }

    @Test
    void passesPathAndQueryOnAndTheAnswerBack() {
        Reply reply = api.get("/admin/orders?status=CONFIRMED&cursor=a%2Bb&echo", ISSUER.role("operator"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.text("uri")).isEqualTo("/admin/orders?status=CONFIRMED&cursor=a%2Bb&echo");
        assertThat(reply.text("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void passesProblemsBack() {
        Reply reply = api.get("/products?q=problem");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.isProblem()).isTrue();
    }

    @Test
    void letsEachSeeTheirOwn() {
        assertThat(api.get("/products?q=mug").status()).isEqualTo(200);
        assertThat(api.get("/customers/c1/orders", ISSUER.shopper("c1")).text("uri"))
                .isEqualTo("/customers/c1/orders");
        assertThat(api.get("/customers/c1/orders", ISSUER.role("admin")).status())
                .isEqualTo(200);
        assertThat(api.get("/customers/c2/orders", ISSUER.shopper("c1")).status())
                .isEqualTo(403);
        assertThat(api.get("/customers/a%20b/orders", ISSUER.role("admin")).status())
                .isEqualTo(404);
        assertThat(api.get("/admin/orders", ISSUER.shopper("c1")).status()).isEqualTo(403);
        assertThat(api.get("/admin/orders").status()).isEqualTo(401);
    }

    @Test
    void saysWhoMaySeePersonalDataWhateverTheClientSays() {
        String path = "/admin/orders?echo";

        assertThat(api.get(path, ISSUER.role("admin")).text("sees")).isEqualTo("personal");
        Reply operator = api.send(api.request(path)
                .header("Authorization", "Bearer " + ISSUER.role("operator"))
                .header("Sluice-Sees", "personal"));
        assertThat(operator.text("sees")).isEqualTo("null");
        assertThat(api.get("/customers/c1/orders", ISSUER.role("admin")).text("sees"))
                .isEqualTo("null");
    }

    @Test
    void letsOperatorsSeeProjectionsAndAdminsRebuildThem() {
        String admin = ISSUER.role("admin");
        String operator = ISSUER.role("operator");

        assertThat(api.get("/admin/projections", operator).text("uri")).isEqualTo("/projections");
        assertThat(api.get("/admin/projections", ISSUER.shopper("c1")).status()).isEqualTo(403);
        Reply begun = api.post("/admin/projections/order-status/rebuilds", admin, "{\"factsPerSecond\":5}");
        assertThat(begun.text("uri")).isEqualTo("/projections/order-status/rebuilds");
        assertThat(begun.text("body")).isEqualTo("{'factsPerSecond':5}");
        assertThat(begun.text("by")).startsWith("subject-");
        assertThat(api.post("/admin/projections/order-status/rebuilds", operator, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/admin/projections/order..status/swap", admin, "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void passesAnExportAsTheFileThatItIs() {
        Reply reply = api.send(exporting("/admin/orders?q=file", "text/csv, */*;q=0.1"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("text/csv");
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"orders.csv\"");
        assertThat(api.send(exporting("/admin/orders", "image/png")).status()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void aBrokenExportDoesNotLookWhole(String version) throws Exception {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), EDGE.api().port())) {
            client.getOutputStream()
                    .write(("GET /admin/orders?q=half " + version + "\r\nHost: edge\r\nAccept: application/x-ndjson"
                                    + "\r\nAuthorization: Bearer " + ISSUER.role("admin") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> client.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
        }
    }

    private HttpRequest.Builder exporting(String path, String accept) {
        return api.request(path)
                .header("Authorization", "Bearer " + ISSUER.role("admin"))
                .header("Accept", accept);
    }

    @Test
    void holdsNoLargeAnswerInMemory() {
        assertThat(api.get("/products?q=large").body()).hasSize(LARGE);
    }

    @Test
    void aHeadIsAnsweredWithoutABody() {
        for (int i = 0; i < 8; i++) {
            Reply reply = api.send(
                    api.request("/products?q=mug").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEmpty();
        }
        assertThat(api.get("/products?q=mug").status()).isEqualTo(200);
    }

    @Test
    void whoTakesTooLongIs504AndTooManyAre503() {
        var all = IntStream.range(0, 8)
                .mapToObj(_ -> api.sending(api.request("/products?q=slow")))
                .toList();
        var replies = all.stream().map(CompletableFuture::join).toList();

        assertThat(replies).allMatch(Reply::isProblem);
        assertThat(replies).filteredOn(reply -> reply.status() == 504).hasSize(4);
        assertThat(replies).filteredOn(reply -> reply.status() == 503).hasSize(4);
        assertThat(api.get("/products?q=mug").status()).isEqualTo(200);
    }

    @Test
    void whoBreaksOffIs502() {
        Reply reply = api.get("/products?q=broken");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.isProblem()).isTrue();
    }

    @Test
    void whoIsNotThereIs503() {
        try (RunningEdge alone = new RunningEdge(Map.of("sluice.query.url", "http://127.0.0.1:1"))) {
            Reply reply = alone.api().get("/products?q=mug");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.isProblem()).isTrue();
            assertThat(reply.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void anInstanceThatIsNotThereCostsNobodyTheirAnswer() {
        String alive = "http://127.0.0.1:" + BEHIND.getAddress().getPort();
        try (RunningEdge two = new RunningEdge(Map.of("sluice.query.url", "http://127.0.0.1:1," + alive))) {
            assertThat(IntStream.range(0, 40)
                            .mapToObj(i -> two.api().get("/products?q=mug" + i).status()))
                    .containsOnly(200);
        }
    }

    private static HttpServer behind() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", SearchesIT::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        switch (query) {
            case "q=slow" -> {
                await();
                exchange.close();
            }
            case "q=broken" -> exchange.close();
            case "q=file" -> {
                exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"orders.csv\"");
                send(
                        exchange,
                        200,
                        "text/csv;charset=UTF-8",
                        exchange.getRequestHeaders().getFirst("Accept"));
            }
            case "q=half" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[100_000]);
                exchange.getResponseBody().flush();
                throw new IOException("This breaks the connection off.");
            }
            case "q=large" -> send(exchange, 200, "text/plain", "x".repeat(LARGE));
            case "q=problem" ->
                send(
                        exchange,
                        400,
                        "application/problem+json",
                        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"d\"}");
            default ->
                send(
                        exchange,
                        200,
                        "application/json",
                        "{\"uri\":\"" + exchange.getRequestURI() + "\",\"traceparent\":\""
                                + exchange.getRequestHeaders().getFirst("traceparent") + "\",\"by\":\""
                                + exchange.getRequestHeaders().getFirst("Sluice-By") + "\",\"sees\":\""
                                + exchange.getRequestHeaders().getFirst("Sluice-Sees") + "\",\"body\":\""
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                                        .replace('"', '\'')
                                + "\"}");
        }
    }

    private static void await() {
        try {
            RELEASED.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
