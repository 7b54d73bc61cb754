package dev.sluice.edge.doubts;

import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.OrderCommand.ResolveBranch;
import dev.sluice.schemas.order.OrderCommand.RetryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.topic.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code POST /admin/in-doubt/{id}/retry} and {@code …/resolve}: operations on the order, which keeps who asked for them. */
public final class SettleDoubt {
    private final BodySchema<Branch> branch = BodySchema.of("retry-branch", Branch.class);
    private final BodySchema<Finding> finding = BodySchema.of("resolve-branch", Finding.class);
    private final Bodies bodies;
    private final ReadOrder orders;
    private final Operations operations;

    public SettleDoubt(Bodies bodies, ReadOrder orders, Operations operations) {
        this.bodies = bodies;
        this.orders = orders;
        this.operations = operations;
    }

    /** As {@code retry-branch.schema.json} describes it. */
    record Branch(
            Participant participant, String key, @Nullable String returnId) {}

    /** As {@code resolve-branch.schema.json} describes it. */
    record Finding(
            Participant participant, String key, @Nullable String returnId, String note) {}

    public CompletableFuture<Answer> retry(Request request, Caller caller) {
        return ofKnownOrder(
                request,
                orderId -> bodies.read(request, branch)
                        .thenCompose(body -> operations.accept(
                                request,
                                caller,
                                wanted(
                                        orderId,
                                        "/retry",
                                        operationId -> new RetryBranch(
                                                operationId,
                                                orderId,
                                                new BranchId(body.participant, body.key),
                                                body.returnId,
                                                caller.subject())))));
    }

    public CompletableFuture<Answer> resolve(Request request, Caller caller) {
        return ofKnownOrder(
                request,
                orderId -> bodies.read(request, finding)
                        .thenCompose(body -> operations.accept(
                                request,
                                caller,
                                wanted(
                                        orderId,
                                        "/resolve",
                                        operationId -> new ResolveBranch(
                                                operationId,
                                                orderId,
                                                new BranchId(body.participant, body.key),
                                                body.returnId,
                                                body.note,
                                                caller.subject())))));
    }

    private CompletableFuture<Answer> ofKnownOrder(Request request, Function<String, CompletableFuture<Answer>> next) {
        String orderId = request.parameter("id");
        return orders.customerOf(orderId, request).thenCompose(_ -> next.apply(orderId));
    }

    /** Only a branch in doubt is touched, so that doing it twice does nothing twice. */
    private static Wanted wanted(String orderId, String act, Function<String, OrderCommand> command) {
        return new Wanted(
                "order",
                orderId,
                act,
                false,
                Topics.COMMANDS_ORDERING,
                (operationId, _) -> command.apply(operationId),
                Intent.Check.NONE);
    }
}
