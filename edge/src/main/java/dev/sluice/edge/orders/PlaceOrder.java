package dev.sluice.edge.orders;

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
import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code POST /orders}. */
public final class PlaceOrder {
    private static final String SOURCE = "/edge";

    private final BodySchema<OrderBody> schema = BodySchema.of("place-order", OrderBody.class);
    private final Bodies bodies;
    private final DerivedIds ids;
    private final KnownProducts products;
    private final Acceptance acceptance;
    private final AcceptedAnswer answer;
    private final Clock clock;

    public PlaceOrder(
            Bodies bodies,
            DerivedIds ids,
            KnownProducts products,
            Acceptance acceptance,
            AcceptedAnswer answer,
            Clock clock) {
        this.bodies = bodies;
        this.ids = ids;
        this.products = products;
        this.acceptance = acceptance;
        this.answer = answer;
        this.clock = clock;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        IdempotencyKey key = IdempotencyKey.required(request);
        return bodies.read(request, schema).thenCompose(body -> {
            OrderAccess.requirePlacing(caller, body);
            Intent intent = intent(request, ids.derive("order", caller.subject(), key), body);
            return acceptance
                    .accept(intent, request.loop())
                    .thenCompose(_ -> answer.to(request, intent, "/orders/", OrderView.OUTCOME));
        });
    }

    private Intent intent(Request request, String id, OrderBody body) {
        Instant now = clock.instant();
        List<RequestedLine> lines = SummedLines.of(body.lines());
        String hash = Fingerprint.of(request.body());
        OrderCommand command = new OrderCommand.PlaceOrder(
                id, body.customerId(), lines, body.couponCode(), body.grabId(), body.expectedTotal(), hash, now);
        return new Intent(
                id,
                true,
                new Marker(hash, false, now, "order", body.customerId()),
                Topics.COMMANDS_ORDERING,
                new Message<>(Ids.next(), SOURCE, id, now, request.trace().parent(), command),
                loop -> products.check(lines, body.lines(), loop));
    }
}
