package dev.sluice.edge.operations;

import dev.sluice.edge.acceptance.Acceptance;
import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.DerivedIds;
import dev.sluice.edge.acceptance.Fingerprint;
import dev.sluice.edge.acceptance.IdempotencyKey;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.CallerHandler;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.wire.Message;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** {@code PUT /admin/products/{id}} and its like. */
public final class Put {
    private static final String SOURCE = "/edge";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Bodies bodies;
    private final DerivedIds ids;
    private final Acceptance acceptance;
    private final AcceptedAnswer answer;
    private final Clock clock;

    public Put(Bodies bodies, DerivedIds ids, Acceptance acceptance, AcceptedAnswer answer, Clock clock) {
        this.bodies = bodies;
        this.ids = ids;
        this.acceptance = acceptance;
        this.answer = answer;
        this.clock = clock;
    }

    /** What else must have happened when a put of the entity is accepted. */
    @FunctionalInterface
    public interface Preparation {
        Preparation NONE = _ -> Intent.Check.NONE;

        Intent.Check of(String entityId);
    }

    public <B> CallerHandler of(Writable<B> kind, Preparation preparation) {
        return (request, caller) -> {
            String entityId = entityId(request);
            return bodies.read(request, kind.schema())
                    .thenCompose(body -> accept(request, intent(request, caller, kind, entityId, body, preparation)));
        };
    }

    private CompletableFuture<Answer> accept(Request request, Intent intent) {
        return acceptance
                .accept(intent, request.loop())
                .thenCompose(_ -> answer.to(
                        request,
                        intent,
                        "/operations/",
                        (_, document) -> document.json().getBytes(StandardCharsets.UTF_8)));
    }

    private <B> Intent intent(
            Request request, Caller caller, Writable<B> kind, String entityId, B body, Preparation preparation) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(request);
        String id = key.map(given -> ids.derive("operation", caller.subject(), given))
                .orElseGet(Ids::next);
        Instant now = clock.instant();
        String hash = Fingerprint.of(kind.entity() + '/' + entityId, request.body());
        return new Intent(
                id,
                key.isPresent(),
                new Marker(hash, false, now, kind.entity(), entityId),
                kind.topic(),
                new Message<>(
                        Ids.next(),
                        SOURCE,
                        entityId,
                        now,
                        request.trace().parent(),
                        kind.command().of(id, entityId, body)),
                preparation.of(entityId));
    }

    private static String entityId(Request request) {
        String id = request.parameter("id");
        if (!ID.matcher(id).matches()) {
            throw Refusal.of(
                    HttpResponseStatus.BAD_REQUEST,
                    "malformed-id",
                    "Malformed id",
                    "The id in the path cannot be one.",
                    List.of(new Problem.Flaw("id", "must be 1 to 64 letters, digits, dots, underscores and hyphens")));
        }
        return id;
    }
}
