package dev.sluice.edge.cancellation;

import dev.sluice.edge.acceptance.Acceptance;
import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.DerivedIds;
import dev.sluice.edge.acceptance.Fingerprint;
import dev.sluice.edge.acceptance.IdempotencyKey;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.orders.OrderAccess;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /orders/{id}/cancellation}: an operation on the order. */
public final class CancelOrder {
    private static final String SOURCE = "/edge";
    private static final String ENTITY = "order";

    private final BodySchema<CancellationBody> schema = BodySchema.of("cancel-order", CancellationBody.class);
    private final Bodies bodies;
    private final DerivedIds ids;
    private final ReadOrder orders;
    private final Acceptance acceptance;
    private final AcceptedAnswer answer;
    private final Clock clock;

    public CancelOrder(
            Bodies bodies,
            DerivedIds ids,
            ReadOrder orders,
            Acceptance acceptance,
            AcceptedAnswer answer,
            Clock clock) {
        this.bodies = bodies;
        this.ids = ids;
        this.orders = orders;
        this.acceptance = acceptance;
        this.answer = answer;
        this.clock = clock;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        String orderId = request.parameter("id");
        return orders.customerOf(orderId, request).thenCompose(customerId -> {
            OrderAccess.requireCancelling(caller, customerId);
            return body(request).thenCompose(body -> accept(request, intent(request, caller, orderId, body)));
        });
    }

    private CompletableFuture<CancellationBody> body(Request request) {
        return request.body().length == 0
                ? CompletableFuture.completedFuture(CancellationBody.WHOLE)
                : bodies.read(request, schema);
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

    /** Cancelling the whole is the same however often it is done; without a key, returning a part would not be. */
    private Intent intent(Request request, Caller caller, String orderId, CancellationBody body) {
        Optional<IdempotencyKey> key =
                body.isWhole() ? IdempotencyKey.of(request) : Optional.of(IdempotencyKey.required(request));
        String id = key.map(given -> ids.derive("cancellation", caller.subject(), given))
                .orElseGet(Ids::next);
        Instant now = clock.instant();
        String hash = Fingerprint.of(ENTITY + '/' + orderId + "/cancellation", request.body());
        OrderCommand command = new OrderCommand.CancelOrder(id, orderId, body.returned(), now);
        return new Intent(
                id,
                key.isPresent(),
                new Marker(hash, false, now, ENTITY, orderId),
                Topics.COMMANDS_ORDERING,
                new Message<>(Ids.next(), SOURCE, orderId, now, request.trace().parent(), command),
                Intent.Check.NONE);
    }
}
