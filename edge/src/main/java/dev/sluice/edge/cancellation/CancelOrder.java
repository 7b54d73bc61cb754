package dev.sluice.edge.cancellation;

import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.edge.orders.OrderAccess;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.topic.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code POST /orders/{id}/cancellation}: an operation on the order. */
public final class CancelOrder {
    private final BodySchema<CancellationBody> schema = BodySchema.of("cancel-order", CancellationBody.class);
    private final Bodies bodies;
    private final ReadOrder orders;
    private final Operations operations;

    public CancelOrder(Bodies bodies, ReadOrder orders, Operations operations) {
        this.bodies = bodies;
        this.orders = orders;
        this.operations = operations;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        String orderId = request.parameter("id");
        return orders.customerOf(orderId, request).thenCompose(customerId -> {
            OrderAccess.requireCancelling(caller, customerId);
            return body(request).thenCompose(body -> operations.accept(request, caller, wanted(orderId, body)));
        });
    }

    private CompletableFuture<CancellationBody> body(Request request) {
        return request.body().length == 0
                ? CompletableFuture.completedFuture(CancellationBody.WHOLE)
                : bodies.read(request, schema);
    }

    /** Cancelling the whole is the same however often it is done; without a key, returning a part would not be. */
    private static Wanted wanted(String orderId, CancellationBody body) {
        List<ReturnedLine> lines = body.returned();
        return new Wanted(
                "order",
                orderId,
                "/cancellation",
                !body.isWhole(),
                Topics.COMMANDS_ORDERING,
                (operationId, now) -> new OrderCommand.CancelOrder(operationId, orderId, lines, now),
                Intent.Check.NONE);
    }
}
