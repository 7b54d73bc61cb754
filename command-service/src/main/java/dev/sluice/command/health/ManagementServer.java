package dev.sluice.command.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.turn.Outage;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@code GET /health/live} and {@code GET /health/ready}, on loopback only. */
public final class ManagementServer implements AutoCloseable {

    private final List<Health> contexts;
    private final Cluster cluster;
    private final int port;
    private @Nullable HttpServer server;

    public ManagementServer(List<Health> contexts, Cluster cluster, int port) {
        this.contexts = List.copyOf(contexts);
        this.cluster = cluster;
        this.port = port;
    }

    /** Throws {@link PortTaken}. */
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
        server.createContext("/health/live", exchange -> answer(exchange, Map.of()));
        server.createContext("/health/ready", exchange -> answer(exchange, troubles()));
        server.setExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("management").daemon().factory()));
        server.start();
    }

    private Map<String, String> troubles() {
        Map<String, String> troubles = new LinkedHashMap<>();
        for (Health context : contexts) {
            String trouble = context.trouble();
            if (trouble != null) {
                troubles.put(context.name(), trouble);
            }
        }
        if (troubles.isEmpty()) {
            try {
                cluster.id();
            } catch (Outage e) {
                troubles.put("kafka", Outage.firstLine(e));
            }
        }
        return troubles;
    }

    private static void answer(HttpExchange exchange, Map<String, String> troubles) throws IOException {
        try (exchange) {
            Map<String, Object> body = troubles.isEmpty()
                    ? Map.of("status", "UP")
                    : Map.of("status", "DOWN", "reason", String.join("; ", troubles.values()), "contexts", troubles);
            byte[] json = Json.MAPPER.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(troubles.isEmpty() ? 200 : 503, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
