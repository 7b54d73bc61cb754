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
        return act(
                request,
                caller,
                "/retry",
                branch,
                (operationId, orderId, body) -> new RetryBranch(
                        operationId,
                        orderId,
                        new BranchId(body.participant, body.key),
                        body.returnId,
                        caller.subject()));
    }

    public CompletableFuture<Answer> resolve(Request request, Caller caller) {
        return act(
                request,
                caller,
                "/resolve",
                finding,
                (operationId, orderId, body) -> new ResolveBranch(
                        operationId,
                        orderId,
                        new BranchId(body.participant, body.key),
                        body.returnId,
                        body.note,
                        caller.subject()));
    }

    @FunctionalInterface
    private interface Command<B> {
        OrderCommand of(String operationId, String orderId, B body);
    }

    /** Only a branch in doubt is touched, so that doing it twice does nothing twice: no key is demanded. */
    private <B> CompletableFuture<Answer> act(
            Request request, Caller caller, String act, BodySchema<B> schema, Command<B> command) {
        String orderId = request.parameter("id");
        return orders.customerOf(orderId, request)
                .thenCompose(_ -> bodies.read(request, schema))
                .thenCompose(body -> operations.accept(
                        request,
                        caller,
                        new Wanted(
                                "order",
                                orderId,
                                act,
                                false,
                                Topics.COMMANDS_ORDERING,
                                (operationId, _) -> command.of(operationId, orderId, body),
                                Intent.Check.NONE)));
    }
}
