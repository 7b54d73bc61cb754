package dev.sluice.edge.observe;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Request;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** {@code GET /metrics} in Prometheus's text format. Made on another thread, since it takes milliseconds. */
public final class Scrape {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;

    public Scrape(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    public CompletableFuture<Answer> handle(Request request) {
        CompletableFuture<String> text = CompletableFuture.supplyAsync(
                () -> meters.scrape(FORMAT), Thread.ofVirtual().name("scrape")::start);
        return OnLoop.resume(text, request.loop())
                .thenApply(
                        scraped -> Answer.of(HttpResponseStatus.OK, FORMAT, scraped.getBytes(StandardCharsets.UTF_8)));
    }
}
