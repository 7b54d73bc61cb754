package dev.sluice.edge.operations;

import dev.sluice.edge.acceptance.Acceptance;
import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.DerivedIds;
import dev.sluice.edge.acceptance.Fingerprint;
import dev.sluice.edge.acceptance.IdempotencyKey;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accepts writes that place no order: each is an operation, of which {@code GET /operations/{id}} tells what became. */
public final class Operations {
    private static final String SOURCE = "/edge";
    private static final AcceptedAnswer.Telling TELLING = new OperationTelling();

    private final DerivedIds ids;
    private final Acceptance acceptance;
    private final AcceptedAnswer answer;
    private final Clock clock;

    public Operations(DerivedIds ids, Acceptance acceptance, AcceptedAnswer answer, Clock clock) {
        this.ids = ids;
        this.acceptance = acceptance;
        this.answer = answer;
        this.clock = clock;
    }

    /**
     * @param entity what kind of thing is written
     * @param entityId which
     * @param act what is done to it; empty where it is put as a whole
     * @param keyed whether a retry without an idempotency key would do it twice
     * @param to where the command goes
     */
    public record Wanted(
            String entity,
            String entityId,
            String act,
            boolean keyed,
            Destination to,
            Command command,
            Intent.Check check) {

        /** The command's key is the entity's id. */
        public Wanted(
                String entity,
                String entityId,
                String act,
                boolean keyed,
                String topic,
                Command command,
                Intent.Check check) {
            this(entity, entityId, act, keyed, new Destination(topic, entityId, null), command, check);
        }

        /** Makes the command from the operation's id. */
        @FunctionalInterface
        public interface Command {
            Payload of(String operationId, Instant now);
        }

        private String target() {
            return entity + '/' + entityId + act;
        }
    }

    public CompletableFuture<Answer> accept(Request request, Caller caller, Wanted wanted) {
        return accept(request, intent(request, caller, wanted), () -> {});
    }

    /** @param accepted told, on the loop, as soon as the write is certain to take place, or to be refused */
    public CompletableFuture<Answer> accept(Request request, Intent intent, Runnable accepted) {
        return acceptance.accept(intent, request.loop()).thenCompose(_ -> {
            accepted.run();
            return answer.to(request, intent, "/operations/", TELLING);
        });
    }

    public Intent intent(Request request, Caller caller, Wanted wanted) {
        Optional<IdempotencyKey> key =
                wanted.keyed ? Optional.of(IdempotencyKey.required(request)) : IdempotencyKey.of(request);
        String id = key.map(given -> ids.derive("operation", caller.subject(), given))
                .orElseGet(Ids::next);
        Instant now = clock.instant();
        String hash = Fingerprint.of(wanted.target(), request.body());
        return new Intent(
                id,
                key.isPresent(),
                new Marker(hash, false, now, wanted.entity, wanted.entityId),
                wanted.to.topic(),
                wanted.to.partition(),
                new Message<>(
                        Ids.next(),
                        SOURCE,
                        wanted.to.key(),
                        now,
                        request.trace().parent(),
                        wanted.command.of(id, now)),
                wanted.check);
    }
}
