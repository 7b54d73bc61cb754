package dev.sluice.command.order;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Weighty;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.rejection.Rejection;
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

/** An order and its checkout. After the decision there is only forward: what is decided is carried out in every branch. */
final class Order implements Weighty {

    private static final Logger LOG = LoggerFactory.getLogger(Order.class);

    @AggregateIdentifier
    private final String orderId;

    /** Null until the order is known; then what tells a retry from another order under the same id. */
    private @Nullable String requestHash;

    /** Null unless there is a checkout that is not settled. */
    private @Nullable Progress progress;

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
        return switch (Quote.of(command, checkout.prices())) {
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
                priced.total(),
                command.requestHash(),
                command.acceptedAt(),
                now,
                deadlineAt);
    }

    Decision<OrderFact> decide(AnswerBranches command, Instant now) {
        return progress == null ? Decision.nothing() : progress.decide(command.answers(), now);
    }

    Decision<OrderFact> decide(CheckDeadline command, Instant now) {
        return progress == null ? Decision.nothing() : progress.checkDeadline(now);
    }

    @EventSourcingHandler
    void evolve(OrderFact fact) {
        switch (fact) {
            case OrderPlaced f -> {
                requestHash = f.requestHash();
                progress = Progress.of(f);
            }
            case OrderDeclined f -> requestHash = f.requestHash();
            case OrderSettled _ -> progress = null;
            case BranchesTried _, BranchesSettled _, BranchInDoubt _, OrderConfirmed _, OrderRejected _ -> {
                if (progress != null) {
                    progress.evolve(fact);
                }
            }
        }
    }

    @Override
    public int weight() {
        return 1 + (progress == null ? 0 : progress.branches());
    }
}
