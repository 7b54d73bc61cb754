package dev.sluice.edge.operations;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.outcome.Lookup;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code GET /operations/{id}}. */
public final class ReadOperation {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LONGEST_ID = 64;

    private final Outcomes outcomes;

    public ReadOperation(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        String id = request.parameter("id");
        if (id.length() > LONGEST_ID) {
            throw notFound();
        }
        return outcomes.lookup(id, request.loop())
                .thenApply(lookup -> Answer.json(HttpResponseStatus.OK, view(id, lookup)));
    }

    /** All but ACCEPTED is final, and that is never projected. */
    public static boolean isFinal(Document document) {
        return !Json.MAPPER
                .readTree(document.json())
                .path("status")
                .asString("")
                .equals(OperationStatus.ACCEPTED.name());
    }

    private static byte[] view(String id, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(var document) -> document.json().getBytes(StandardCharsets.UTF_8);
            case Lookup.Accepted(var marker) -> Json.MAPPER.writeValueAsBytes(accepted(id, marker));
            case Lookup.Absent() -> throw notFound();
            case Lookup.Unknown() ->
                throw Refusal.unavailable("Whether there is such an operation cannot be told at the moment.", RETRY);
        };
    }

    private static OperationView accepted(String id, Marker marker) {
        return new OperationView(
                id, OperationStatus.ACCEPTED, marker.entity(), marker.entityId(), null, null, marker.at());
    }

    private static Refusal notFound() {
        return Refusal.notFound("There is no such operation.");
    }
}
