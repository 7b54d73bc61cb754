package dev.sluice.local.process;

import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** HTTP with JSON, impatient: a server that hangs is no better than one that is gone. */
public final class HttpCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** The body of a 200; an IOException for everything else. */
    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    public JsonNode put(String url, String json) throws IOException, InterruptedException {
        return send(request(url)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public void post(String url) throws IOException, InterruptedException {
        send(request(url).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    public void delete(String url) throws IOException, InterruptedException {
        send(request(url).DELETE().build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    request.uri().getPath() + " answers " + response.statusCode() + " " + response.body());
        }
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException(request.uri() + " answers no JSON", e);
        }
    }
}
