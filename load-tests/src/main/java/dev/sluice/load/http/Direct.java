package dev.sluice.load.http;

import dev.sluice.load.patience.Backoff;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** One attempt, and every answer as it is. */
public final class Direct implements Sender {
    private final HttpClient http;

    public Direct() {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public Answer send(Supplier<HttpRequest> request) {
        HttpRequest built = request.get();
        try {
            return Answer.of(http.send(built, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unreachable("no answer from " + built.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Backoff.Interrupted();
        }
    }
}
