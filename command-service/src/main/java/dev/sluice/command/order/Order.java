package dev.sluice.command.order;

import static java.util.Objects.requireNonNull;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Weighty;
import dev.sluice.command.quote.Quote;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderCommand.ResolveBranch;
import dev.sluice.schemas.order.OrderCommand.RetryBranch;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchRetried;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchId;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order, its checkout and its returns. After a decision there is only forward: what is decided is carried out in every
 * branch.
 */
final class Order implements Weighty {

    private static final Logger LOG = LoggerFactory.getLogger(Order.class);
    private static final String ENTITY = "order";

    @AggregateIdentifier
    private final String orderId;

    /** Null until the order is known; then what tells a retry from another order under the same id. */
    private @Nullable String requestHash;

    /** Null unless there is a checkout that is not settled. */
    private @Nullable Progress progress;

    /** Null unless the order is confirmed. */
    private @Nullable Returns returns;

    private @Nullable OrderPlaced placed;
    private boolean cancelled;
    private long version;

    Order(String orderId) {
        this.orderId = orderId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(PlaceOrder command, Checkout checkout) {
        return carryOut(decide(command, checkout));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(AnswerBranches command, Checkout checkout) {
        return carryOut(decide(command, checkout.now()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CancelOrder command, Checkout checkout) {
        return carryOut(decide(command, checkout.now()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(RetryBranch command, Checkout checkout) {
        return carryOut(decide(command, checkout.now()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(ResolveBranch command, Checkout checkout) {
        return carryOut(decide(command, checkout.now()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CheckDeadline command, Checkout checkout) {
        return carryOut(decide(command, checkout.now()));
    }

    private static List<Outgoing> carryOut(Decision<OrderFact> decision) {
        decision.facts().forEach(AggregateLifecycle::apply);
        return decision.messages();
    }

    Decision<OrderFact> decide(PlaceOrder command, Checkout checkout) {
        if (requestHash != null) {
            if (!requestHash.equals(command.requestHash())) {
                LOG.info("order {} is placed already with another content: ignored", orderId);
            }
            return Decision.nothing();
        }
        Instant now = checkout.now();
        return switch (Quote.of(command, checkout.lists())) {
            case Quote.Declined(Rejection reason) -> Decision.of(declined(command, reason, now), List.of());
            case Quote.Priced priced -> {
                OrderPlaced placed = placed(command, priced, now, now.plus(checkout.patience()));
                yield Decision.of(placed, Branching.tries(placed));
            }
        };
    }

    private OrderDeclined declined(PlaceOrder command, Rejection reason, Instant now) {
        return new OrderDeclined(
                orderId,
                command.customerId(),
                command.lines(),
                reason,
                command.requestHash(),
                command.acceptedAt(),
                now);
    }

    private OrderPlaced placed(PlaceOrder command, Quote.Priced priced, Instant now, Instant deadlineAt) {
        return new OrderPlaced(
                orderId,
                command.customerId(),
                priced.lines(),
                priced.coupon(),
                command.grabId(),
                priced.total(),
                command.requestHash(),
                command.acceptedAt(),
                now,
                deadlineAt);
    }

    Decision<OrderFact> decide(AnswerBranches command, Instant now) {
        Decision<OrderFact> checkout = progress == null ? Decision.nothing() : progress.decide(command.answers(), now);
        return returns == null ? checkout : settling(checkout, now).and(returns.decide(command.answers(), now));
    }

    /** What has waited until every branch had taken leaves with the fact that they have. */
    private Decision<OrderFact> settling(Decision<OrderFact> decision, Instant now) {
        boolean settles = decision.facts().stream().anyMatch(OrderSettled.class::isInstance);
        return settles && returns != null
                ? decision.and(new Decision<>(List.of(), returns.sendWaiting(now)))
                : decision;
    }

    Decision<OrderFact> decide(CancelOrder command, Instant now) {
        Rejection objection = objection(command);
        return objection == null
                ? succeeded(command.operationId(), cancellation(command, now), now)
                : refused(command.operationId(), objection, now);
    }

    private @Nullable Rejection objection(CancelOrder command) {
        if (requestHash == null) {
            return new Rejection.UnknownOrder(orderId);
        }
        if (returns != null) {
            return returns.objection(command.lines());
        }
        boolean cancellable = cancelled || (progress != null && !progress.isDecided());
        return cancellable && command.lines().isEmpty() ? null : new Rejection.OrderNotConfirmed(orderId);
    }

    /** Before the decision it is the decision, afterwards a return; and nothing where the order is cancelled already. */
    private Decision<OrderFact> cancellation(CancelOrder command, Instant now) {
        if (returns != null) {
            return returns.decide(command, now);
        }
        return progress == null || cancelled ? Decision.nothing() : progress.cancel(command.operationId(), now);
    }

    Decision<OrderFact> decide(RetryBranch command, Instant now) {
        BranchId branch = command.branch();
        String returnId = command.returnId();
        if (!isInDoubt(branch, returnId)) {
            return refused(command.operationId(), new Rejection.NotInDoubt(orderId, branch.key()), now);
        }
        BranchRetried fact =
                new BranchRetried(orderId, branch, returnId, command.operationId(), command.requestedBy(), now);
        List<Outgoing> messages = returnId == null
                ? requireNonNull(progress).again(branch)
                : requireNonNull(returns).again(returnId, branch, now);
        return succeeded(command.operationId(), Decision.of(fact, messages), now);
    }

    Decision<OrderFact> decide(ResolveBranch command, Instant now) {
        BranchId branch = command.branch();
        String returnId = command.returnId();
        if (!isInDoubt(branch, returnId)) {
            return refused(command.operationId(), new Rejection.NotInDoubt(orderId, branch.key()), now);
        }
        BranchResolved fact = new BranchResolved(
                orderId, branch, returnId, command.operationId(), command.note(), command.requestedBy(), now);
        Decision<OrderFact> resolution = returnId == null
                ? requireNonNull(progress).resolve(fact, now)
                : requireNonNull(returns).resolve(returnId, fact, now);
        return succeeded(command.operationId(), settling(resolution, now), now);
    }

    private boolean isInDoubt(BranchId branch, @Nullable String returnId) {
        return returnId == null
                ? progress != null && progress.isInDoubt(branch)
                : returns != null && returns.isInDoubt(returnId, branch);
    }

    private Decision<OrderFact> succeeded(String operationId, Decision<OrderFact> decision, Instant now) {
        long versionAfter = version + decision.facts().size();
        return decision.and(outcome(new OperationOutcome.Succeeded(operationId, ENTITY, orderId, versionAfter, now)));
    }

    private Decision<OrderFact> refused(String operationId, Rejection reason, Instant now) {
        return outcome(new OperationOutcome.Refused(operationId, ENTITY, orderId, reason, now));
    }

    private static Decision<OrderFact> outcome(OperationOutcome outcome) {
        return new Decision<>(List.of(), List.of(Outgoing.of(outcome)));
    }

    Decision<OrderFact> decide(CheckDeadline command, Instant now) {
        return progress == null ? Decision.nothing() : progress.checkDeadline(now);
    }

    @EventSourcingHandler
    void evolve(OrderFact fact) {
        version++;
        if (progress != null) {
            progress.evolve(fact);
        }
        switch (fact) {
            case OrderPlaced f -> {
                requestHash = f.requestHash();
                placed = f;
                progress = Progress.of(f);
            }
            case OrderDeclined f -> requestHash = f.requestHash();
            case OrderConfirmed _ -> returns = new Returns(requireNonNull(placed));
            case OrderCancelled _ -> cancelled = true;
            case OrderSettled _ -> {
                progress = null;
                if (returns != null) {
                    returns.orderSettled();
                }
            }
            case LinesReturned f -> requireNonNull(returns).evolve(f);
            case BranchesReversed f -> requireNonNull(returns).evolve(f);
            case ReturnSettled f -> requireNonNull(returns).evolve(f);
            case BranchInDoubt f
            when f.returnId() != null -> requireNonNull(returns).inDoubt(f.returnId(), f.branch());
            case BranchRetried f
            when f.returnId() != null -> requireNonNull(returns).retried(f.returnId(), f.branch());
            case BranchResolved f
            when f.returnId() != null -> requireNonNull(returns).resolved(f.returnId(), f.branch());
            case BranchesTried _,
                    BranchesSettled _,
                    BranchInDoubt _,
                    BranchRetried _,
                    BranchResolved _,
                    OrderRejected _ -> {}
        }
    }

    @Override
    public int weight() {
        return 1 + (progress == null ? 0 : progress.branches()) + (returns == null ? 0 : returns.weight());
    }
}
