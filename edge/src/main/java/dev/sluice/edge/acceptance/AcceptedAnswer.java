package dev.sluice.edge.acceptance;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Prefer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the client of an accepted write is told: 202 and where to look, or the outcome where it prefers to wait for that. */
public final class AcceptedAnswer {
    private final Outcomes outcomes;
    private final VersionTokens tokens;
    private final Duration longestWait;

    public AcceptedAnswer(Outcomes outcomes, VersionTokens tokens, Duration longestWait) {
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.longestWait = longestWait;
    }

    /** How an outcome is told to whoever waited for it. */
    public interface Telling {
        byte[] body(Intent intent, Document outcome);

        /** How far what was written is, and so what later reads must show. */
        EntityVersions versions(Document outcome);

        /** What the intent's id is an id of: {@code order} or {@code operation}. */
        String entity();
    }

    /**
     * @param path of the collection, with its last slash
     */
    public CompletableFuture<Answer> to(Request request, Intent intent, String path, Telling telling) {
        String location = path + intent.id();
        Duration wait = Prefer.waitOf(request.header(Prefer.HEADER), longestWait);
        if (wait.isZero()) {
            return accepted(intent, location, telling).now();
        }
        return outcomes.awaitFinal(intent.id(), wait, request)
                .thenApply(outcome -> outcome.map(
                                document -> told(telling.body(intent, document), telling.versions(document))
                                        .with(HttpHeaderNames.CONTENT_LOCATION, location)
                                        .with(Prefer.APPLIED, "wait=" + wait.toSeconds()))
                        .orElseGet(() -> accepted(intent, location, telling)));
    }

    private Answer told(byte[] body, EntityVersions versions) {
        return tokens.tell(Answer.json(HttpResponseStatus.OK, body), versions);
    }

    private Answer accepted(Intent intent, String location, Telling telling) {
        Answer answer = Answer.json(HttpResponseStatus.ACCEPTED, new Body(intent.id(), "ACCEPTED"))
                .with(HttpHeaderNames.LOCATION, location);
        EntityVersion nothingYet = new EntityVersion(telling.entity(), intent.id(), 0);
        return tokens.tell(answer, new EntityVersions(List.of(nothingYet)));
    }

    private record Body(String id, String status) {}
}
