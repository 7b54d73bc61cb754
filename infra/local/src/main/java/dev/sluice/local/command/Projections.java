package dev.sluice.local.command;

import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Member;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** How far behind the projections are, as the projector tells it; nothing where it does not answer. */
final class Projections {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private Projections() {}

    private record Row(String name, int generation, String role, String state, long lag, List<Sink> sinks) {
        String stores() {
            return sinks.stream()
                    .map(sink -> sink.store() + " " + sink.lagMillis() + " ms"
                            + (sink.state().equals("UP") ? "" : " " + sink.state()))
                    .collect(Collectors.joining(", "));
        }
    }

    private record Sink(String store, String state, long lagMillis) {}

    static void print(State state, PrintStream out) {
        for (Member member : state.members()) {
            if (member.name().equals("projector")) {
                print(ask(member.port()), out);
            }
        }
    }

    private static void print(List<Row> rows, PrintStream out) {
        if (!rows.isEmpty()) {
            out.printf(
                    "%n%-22s %10s  %-8s %-8s %8s  %s%n",
                    "PROJECTION", "GENERATION", "ROLE", "STATE", "EVENTS", "BEHIND");
        }
        for (Row row : rows) {
            out.printf(
                    "%-22s %10d  %-8s %-8s %8d  %s%n",
                    row.name(), row.generation(), row.role(), row.state(), row.lag(), row.stores());
        }
    }

    private static List<Row> ask(int port) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/projections");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? List.of(Json.MAPPER.readValue(answer.body(), Row[].class)) : List.of();
        } catch (IOException | JacksonException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
