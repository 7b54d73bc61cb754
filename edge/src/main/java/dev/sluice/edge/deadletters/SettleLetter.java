package dev.sluice.edge.deadletters;

import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.operations.Destination;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.parking.ParkingCommand.EditMessage;
import dev.sluice.schemas.parking.ParkingCommand.RetryMessage;
import dev.sluice.schemas.parking.ParkingCommand.SkipMessage;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.wire.WireNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * {@code POST /admin/dead-letters/{id}/retry}, {@code …/edit} and {@code …/skip}: operations that go where the parked message came
 * from. Only what is parked is touched, so that doing it twice does nothing twice: no key is demanded.
 */
public final class SettleLetter {
    private final Bodies bodies;
    private final KnownLetters letters;
    private final Operations operations;

    public SettleLetter(Bodies bodies, KnownLetters letters, Operations operations) {
        this.bodies = bodies;
        this.letters = letters;
        this.operations = operations;
    }

    public CompletableFuture<Answer> retry(Request request, Caller caller) {
        return letters.find(request)
                .thenCompose(letter -> accept(
                        request,
                        caller,
                        letter,
                        "/retry",
                        operationId -> new RetryMessage(operationId, letter.id(), caller.subject())));
    }

    public CompletableFuture<Answer> skip(Request request, Caller caller) {
        return letters.find(request)
                .thenCompose(letter -> accept(
                        request,
                        caller,
                        letter,
                        "/skip",
                        operationId -> new SkipMessage(operationId, letter.id(), caller.subject())));
    }

    public CompletableFuture<Answer> edit(Request request, Caller caller) {
        String data = new String(request.body(), StandardCharsets.UTF_8);
        return letters.find(request)
                .thenCompose(letter -> bodies.read(request, schema(letter))
                        .thenCompose(_ -> accept(
                                request,
                                caller,
                                letter,
                                "/edit",
                                operationId -> new EditMessage(operationId, letter.id(), data, caller.subject()))));
    }

    private CompletableFuture<Answer> accept(
            Request request,
            Caller caller,
            DeadLetterView letter,
            String act,
            Function<String, ParkingCommand> command) {
        return operations.accept(
                request,
                caller,
                new Wanted(
                        "dead-letter",
                        letter.id(),
                        act,
                        false,
                        new Destination(letter.topic(), letter.key(), letter.partition()),
                        (operationId, _) -> command.apply(operationId),
                        Intent.Check.NONE));
    }

    /** What the payload must be like. Without a type nobody can say. */
    private static BodySchema<?> schema(DeadLetterView letter) {
        String type = letter.message().type();
        if (type == null || WireNames.classOf(type) == null) {
            throw Refusal.of(
                    HttpResponseStatus.UNPROCESSABLE_ENTITY,
                    "unknown-message-type",
                    "The message cannot be edited",
                    (type == null ? "It names no type" : "Its type " + type + " is not known to this version")
                            + ", so that no payload of it can be checked. Skip it, or retry it with a version that knows it.");
        }
        return BodySchema.ofMessage(type);
    }
}
