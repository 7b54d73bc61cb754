package dev.sluice.edge.acceptance;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Prefer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.outcome.Outcomes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** What the client of an accepted write is told: 202 and where to look, or the outcome where it prefers to wait for that. */
public final class AcceptedAnswer {
    private final Outcomes outcomes;
    private final Duration longestWait;

    public AcceptedAnswer(Outcomes outcomes, Duration longestWait) {
        this.outcomes = outcomes;
        this.longestWait = longestWait;
    }

    /**
     * @param path of the collection, with its last slash
     * @param view makes the body of a 200
     */
    public CompletableFuture<Answer> to(
            Request request, Intent intent, String path, BiFunction<Intent, Document, byte[]> view) {
        String location = path + intent.id();
        Duration wait = Prefer.waitOf(request.header(Prefer.HEADER), longestWait);
        if (wait.isZero()) {
            return accepted(intent, location).now();
        }
        return outcomes.awaitFinal(intent.id(), wait, request)
                .thenApply(outcome -> outcome.map(document -> view.apply(intent, document))
                        .map(body -> Answer.json(HttpResponseStatus.OK, body)
                                .with(HttpHeaderNames.CONTENT_LOCATION, location)
                                .with(Prefer.APPLIED, "wait=" + wait.toSeconds()))
                        .orElseGet(() -> accepted(intent, location)));
    }

    private static Answer accepted(Intent intent, String location) {
        return Answer.json(HttpResponseStatus.ACCEPTED, new Body(intent.id(), "ACCEPTED"))
                .with(HttpHeaderNames.LOCATION, location);
    }

    private record Body(String id, String status) {}
}
