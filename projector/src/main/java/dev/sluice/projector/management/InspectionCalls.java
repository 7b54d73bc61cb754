package dev.sluice.projector.management;

import com.sun.net.httpserver.HttpExchange;
import dev.sluice.projector.generation.NotNow;
import dev.sluice.projector.health.Condition;
import dev.sluice.projector.management.Inspections.BadParameter;
import dev.sluice.projector.management.Inspections.BrokenOff;
import dev.sluice.projector.sink.StoreUnavailable;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /projections/{name}/documents} and {@code …/comparison}. */
final class InspectionCalls {
    private static final Logger log = LoggerFactory.getLogger(InspectionCalls.class);

    private final Inspections inspections;

    InspectionCalls(Inspections inspections) {
        this.inspections = inspections;
    }

    /** @param path below {@code /projections/} */
    void answer(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/", -1);
        Optional<Projection> projection = RebuildCalls.projection(parts[0]);
        if (projection.isEmpty() || parts.length != 2) {
            ManagementServer.problem(
                    exchange,
                    404,
                    "Not found",
                    "Of a projection there are documents and comparison to read; projections are: "
                            + RebuildCalls.names() + ".");
            return;
        }
        Lines lines = new Lines(() -> {
            exchange.getResponseHeaders().set("Content-Type", Inspections.MEDIA_TYPE);
            exchange.sendResponseHeaders(200, 0);
            return exchange.getResponseBody();
        });
        try {
            Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
            switch (parts[1]) {
                case "documents" -> inspections.documents(projection.get(), parameters, lines);
                case "comparison" -> inspections.comparison(projection.get(), parameters, lines);
                default ->
                    ManagementServer.problem(
                            exchange, 404, "Not found", "Of a projection there are documents and comparison to read.");
            }
        } catch (BadParameter e) {
            ManagementServer.problem(exchange, 400, "Malformed parameter", String.valueOf(e.getMessage()));
        } catch (NotNow e) {
            ManagementServer.problem(exchange, 409, "Not now", String.valueOf(e.getMessage()));
        } catch (StoreUnavailable e) {
            brokenOff(exchange, lines, e);
        } catch (UncheckedIOException e) {
            log.debug("nobody reads any more: {}", Condition.reason(e));
        }
    }

    private static void brokenOff(HttpExchange exchange, Lines lines, StoreUnavailable e) throws IOException {
        if (lines.begun()) {
            lines.write(new BrokenOff(String.valueOf(e.getMessage())));
        } else {
            ManagementServer.problem(exchange, 503, "The store is away", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(name, decoded(pair.substring(equals < 0 ? pair.length() : equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new BadParameter("The query holds a percent sign that encodes nothing.");
        }
    }
}
