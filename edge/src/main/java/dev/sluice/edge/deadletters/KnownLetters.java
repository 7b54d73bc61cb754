package dev.sluice.edge.deadletters;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.DeadLetterView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The dead letters that were projected. */
public final class KnownLetters {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Documents documents;

    public KnownLetters(Documents documents) {
        this.documents = documents;
    }

    /** Throws a {@link Refusal} where there can be no letter with the id in the path. */
    public static String requireId(Request request) {
        String id = request.parameter("id");
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        return id;
    }

    /** The letter with the id in the path; fails with a {@link Refusal}. */
    CompletableFuture<DeadLetterView> find(Request request) {
        String id = requireId(request);
        return documents
                .find(id, request.loop())
                .exceptionally(_ -> {
                    throw unknown();
                })
                .thenCompose(found -> letter(found, request));
    }

    private CompletableFuture<DeadLetterView> letter(Optional<Document> found, Request request) {
        return found.map(document -> Json.MAPPER.readValue(document.json(), DeadLetterView.class))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> documents
                        .complete(request.loop())
                        .exceptionally(_ -> false)
                        .thenCompose(complete -> CompletableFuture.failedFuture(complete ? notFound() : unknown())));
    }

    private static Refusal notFound() {
        return Refusal.notFound("There is no such dead letter.");
    }

    private static Refusal unknown() {
        return Refusal.unavailable("Whether there is such a dead letter cannot be told at the moment.", RETRY);
    }
}
