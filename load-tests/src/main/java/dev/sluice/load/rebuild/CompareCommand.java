package dev.sluice.load.rebuild;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.PrintStream;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares all documents of two generations of a projection, and prints those that differ.",
            "Exits with 0 where they are the same, with 1 where they differ."
        })
public final class CompareCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    @Parameters(index = "0", paramLabel = "NAME", description = "The projection, order-status for example.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "LEFT",
            description = "live, previous, building, a number, or the name of a scratch generation.")
    private String left = "";

    @Parameters(index = "2", paramLabel = "RIGHT", description = "The same of the other.")
    private String right = "";

    @Option(names = "--store", paramLabel = "NAME", description = "redis or elasticsearch, for what is in both.")
    private String store = "";

    /** @param key of a document; null where the line is about the whole */
    private record Line(
            @Nullable String key,
            String kind,
            @Nullable List<String> fields,
            @Nullable Long documents,
            @Nullable Long differences,
            @Nullable String detail) {}

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.of(System.getenv());
        String query = Stream.of(
                        "left=" + encoded(left),
                        "right=" + encoded(right),
                        store.isEmpty() ? "" : "store=" + encoded(store))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        URI uri = installation.edge().resolve("/admin/projections/" + encoded(name) + "/comparison?" + query);
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
                return print(lines.iterator(), System.out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + uri + ": " + e, e);
        }
    }

    /** The exit code: what is not known to be the same is not. */
    private static int print(Iterator<String> lines, PrintStream out) {
        while (lines.hasNext()) {
            Line line = Json.MAPPER.readValue(lines.next(), Line.class);
            if (line.key() != null) {
                out.printf(
                        "%-10s  %s  %s%n",
                        line.kind(), line.key(), line.fields() == null ? "" : String.join(" ", line.fields()));
            } else if (line.kind().equals("complete")) {
                long differences = line.differences() == null ? 0 : line.differences();
                out.printf("%d documents compared, %d differ%n", line.documents(), differences);
                return differences == 0 ? 0 : 1;
            } else if (line.kind().equals("broken-off")) {
                out.println("broken off: " + line.detail());
                return 1;
            }
        }
        out.println("broken off");
        return 1;
    }

    private static String detail(String body) {
        try {
            return String.valueOf(Json.MAPPER.readValue(body, Problem.class).detail());
        } catch (JacksonException e) {
            return body;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
