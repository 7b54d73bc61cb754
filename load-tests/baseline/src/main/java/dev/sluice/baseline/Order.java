package dev.sluice.baseline;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.sluice.baseline.Messages.ConfirmOrder;
import dev.sluice.baseline.Messages.Line;
import dev.sluice.baseline.Messages.OrderConfirmed;
import dev.sluice.baseline.Messages.OrderPlaced;
import dev.sluice.baseline.Messages.OrderRejected;
import dev.sluice.baseline.Messages.OrderSettled;
import dev.sluice.baseline.Messages.PlaceOrder;
import dev.sluice.baseline.Messages.RejectOrder;
import dev.sluice.baseline.Messages.SettleOrder;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Aggregate(cache = "aggregates", snapshotTriggerDefinition = "snapshots")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from events.
class Order {
    private enum Status {
        PENDING,
        CONFIRMED,
        REJECTED,
        SETTLED
    }

    @AggregateIdentifier
    private String orderId;

    private Status status;

    Order() {}

    @CommandHandler
    Order(PlaceOrder command) {
        long total = command.lines().stream().mapToLong(Order::total).reduce(0, Math::addExact);
        apply(new OrderPlaced(
                command.orderId(),
                command.customerId(),
                command.lines(),
                command.coupon(),
                command.discount(),
                total - command.discount()));
    }

    private static long total(Line line) {
        return Math.multiplyExact(line.quantity(), line.price());
    }

    @CommandHandler
    void handle(ConfirmOrder command) {
        if (status == Status.PENDING) {
            apply(new OrderConfirmed(orderId));
        }
    }

    @CommandHandler
    void handle(RejectOrder command) {
        if (status == Status.PENDING) {
            apply(new OrderRejected(orderId, command.reason()));
        }
    }

    @CommandHandler
    void handle(SettleOrder command) {
        if (status == Status.CONFIRMED || status == Status.REJECTED) {
            apply(new OrderSettled(orderId));
        }
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        orderId = event.orderId();
        status = Status.PENDING;
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        status = Status.CONFIRMED;
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        status = Status.REJECTED;
    }

    @EventSourcingHandler
    void on(OrderSettled event) {
        status = Status.SETTLED;
    }
}
