package dev.sluice.projector.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.projector.management.RebuildCalls.Result;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Four questions and what to do about projections, over HTTP. The JDK's own server is enough for them and costs next to nothing. */
public final class ManagementServer implements AutoCloseable {
    private static final String JSON = "application/json";

    private static final String PROJECTIONS = "/projections/";
    /** Who asks, as the edge has verified it. */
    private static final String BY = "Sluice-By";

    private static final int LONGEST_BODY = 4_096;

    private final Health health;
    private final RebuildCalls rebuilds;
    private final InspectionCalls inspection;
    private final Metrics metrics = new Metrics();
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;

    public ManagementServer(Health health, RebuildCalls rebuilds, Inspections inspections, int port) {
        this.health = health;
        this.rebuilds = rebuilds;
        this.inspection = new InspectionCalls(inspections);
        this.port = port;
    }

    /** Throws {@link PortTaken}. */
    public void start() {
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            fresh.createContext("/", exchange -> {
                try (exchange) {
                    answer(exchange);
                }
            });
            fresh.setExecutor(threads);
            fresh.start();
            server = fresh;
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.startsWith(PROJECTIONS)) {
            rebuild(exchange, path.substring(PROJECTIONS.length()));
            return;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            problem(
                    exchange,
                    405,
                    "Method not allowed",
                    "Everything but what is below /projections/ is asked with GET.");
            return;
        }
        switch (path) {
            case "/health/live" -> send(exchange, 200, JSON, Json.MAPPER.writeValueAsBytes(Map.of("status", "UP")));
            case "/health/ready" -> ready(exchange);
            case "/projections" -> projections(exchange);
            case "/metrics" ->
                send(exchange, 200, Metrics.FORMAT, metrics.scrape(health).getBytes(StandardCharsets.UTF_8));
            default -> {
                if (path.startsWith(PROJECTIONS)) {
                    inspection.answer(exchange, path.substring(PROJECTIONS.length()));
                    return;
                }
                problem(
                        exchange,
                        404,
                        "Not found",
                        "There are /health/live, /health/ready, /metrics and /projections here.");
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        List<String> complaints = health.complaints();
        List<String> alarms = health.alarms();
        if (!complaints.isEmpty()) {
            send(exchange, 503, JSON, state("DOWN", complaints));
        } else if (!alarms.isEmpty()) {
            send(exchange, 200, JSON, state("DEGRADED", alarms));
        } else {
            send(exchange, 200, JSON, Json.MAPPER.writeValueAsBytes(Map.of("status", "UP")));
        }
    }

    private static byte[] state(String status, List<String> reasons) {
        return Json.MAPPER.writeValueAsBytes(Map.of("status", status, "reasons", reasons));
    }

    private void projections(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, JSON, Json.MAPPER.writeValueAsBytes(health.projections()));
        } catch (LogUnreachable e) {
            problem(exchange, 503, "Kafka is unreachable", String.valueOf(e.getMessage()));
        }
    }

    private void rebuild(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        give(exchange, rebuilds.call(path, body, by(exchange)));
    }

    private static String by(HttpExchange exchange) {
        String by = exchange.getRequestHeaders().getFirst(BY);
        return by == null ? "unknown" : by;
    }

    private static void give(HttpExchange exchange, Result result) throws IOException {
        String type = result.body() instanceof Problem ? Problem.MEDIA_TYPE : JSON;
        send(exchange, result.status(), type, Json.MAPPER.writeValueAsBytes(result.body()));
    }

    static void problem(HttpExchange exchange, int status, String title, String detail) throws IOException {
        Problem problem = new Problem("about:blank", title, status, detail, null, null);
        send(exchange, status, Problem.MEDIA_TYPE, problem.json());
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
