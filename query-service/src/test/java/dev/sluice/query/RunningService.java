package dev.sluice.query;

import dev.sluice.schemas.http.Sees;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service on a port of its own, asked over HTTP. */
final class RunningService implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService with(Class<?> more, String... properties) {
        String[] arguments = Stream.concat(
                        Stream.of("sluice.query.port=0", "logging.level.root=warn"), Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new RunningService(new SpringApplicationBuilder(QueryService.class, more).run(arguments));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    record Answer(int status, String contentType, String retryAfter, JsonNode body) {
        Stream<String> items(String field) {
            return body.get("items").values().stream()
                    .map(item -> item.at(field).asString());
        }

        String next() {
            return body.path("next").asString("");
        }

        long total() {
            return body.at("/total/value").asLong();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(send(path, request -> request));
    }

    /** For somebody who may not see personal data. */
    Answer getMasked(String path) throws IOException, InterruptedException {
        return answer(send(path, request -> request.setHeader(Sees.HEADER, "nothing")));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.headers().firstValue("retry-after").orElse(""),
                Json.MAPPER.readTree(response.body()));
    }

    /** For somebody who may see all. */
    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        return http.send(
                more.apply(HttpRequest.newBuilder(uri).header(Sees.HEADER, Sees.PERSONAL))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
