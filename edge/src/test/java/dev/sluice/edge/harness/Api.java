package dev.sluice.edge.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A client of the edge. */
public record Api(int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Reply get(String path) {
        return send(request(path));
    }

    public Reply get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    public Reply post(String path, String token, String key, String body) {
        return send(posting(path, token, key, body));
    }

    public Reply post(String path, String token, String body) {
        return send(json(path, token).POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder posting(String path, String token, String key, String body) {
        return json(path, token).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body));
    }

    public Reply put(String path, String token, String body) {
        return put(path, token, body, request -> request);
    }

    public Reply put(String path, String token, String body, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(json(path, token).PUT(BodyPublishers.ofString(body))));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<Reply> sending(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Reply::new);
    }

    private HttpRequest.Builder json(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
    }
}
