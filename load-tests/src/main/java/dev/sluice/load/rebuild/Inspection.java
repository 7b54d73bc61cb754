package dev.sluice.load.rebuild;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** What an admin is told of a projection's documents, line by line and however many. */
public final class Inspection {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final Installation installation;

    public Inspection(Installation installation) {
        this.installation = installation;
    }

    /**
     * Throws {@link OperatorMistake} where it is refused.
     *
     * @param what with its query
     */
    public <T> T of(String projection, String what, Function<Iterator<String>, T> reader) throws InterruptedException {
        URI uri = installation.edge().resolve("/admin/projections/" + encoded(projection) + "/" + what);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/x-ndjson, application/problem+json")
                .header("Authorization", "Bearer " + new Tokens(installation).of(Role.ADMIN, null))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new OperatorMistake(detail(lines.collect(Collectors.joining("\n"))));
                }
                return reader.apply(lines.iterator());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + uri + ": " + e, e);
        }
    }

    private static String detail(String body) {
        try {
            return String.valueOf(Json.MAPPER.readValue(body, Problem.class).detail());
        } catch (JacksonException e) {
            return body;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
