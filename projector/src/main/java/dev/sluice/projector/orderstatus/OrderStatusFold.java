package dev.sluice.projector.orderstatus;

import dev.sluice.projector.log.Fact;
import dev.sluice.projector.orders.Returned;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
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
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.OrderStatusView.Line;
import dev.sluice.schemas.view.OrderStatusView.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an order's status follows from what was asked and what has happened. What is no news returns the view as it was. */
final class OrderStatusFold {

    private OrderStatusFold() {}

    /** Only the first request for an order counts, and only while no fact is known: whatever comes later is a repeat. */
    static OrderStatusView accepted(String id, PlaceOrder order, @Nullable OrderStatusView current) {
        if (current != null) {
            return current;
        }
        return new OrderStatusView(
                id,
                order.customerId(),
                OrderStatus.ACCEPTED,
                null,
                requested(order.lines()),
                null,
                null,
                null,
                List.of(new Step(OrderStatus.ACCEPTED, order.acceptedAt())),
                order.requestHash(),
                0);
    }

    /** Null while the order's first fact is missing and nobody has asked for it either. */
    static @Nullable OrderStatusView happened(String id, Fact<OrderFact> fact, @Nullable OrderStatusView current) {
        if (current != null && fact.version() <= current.version()) {
            return current;
        }
        return switch (fact.data()) {
            case OrderPlaced placed -> placed(placed, fact.version());
            case OrderDeclined declined -> declined(declined, fact.version());
            case OrderConfirmed confirmed ->
                decided(current, OrderStatus.CONFIRMED, null, confirmed.confirmedAt(), fact.version());
            case OrderRejected rejected ->
                decided(current, OrderStatus.REJECTED, rejected.reason(), rejected.rejectedAt(), fact.version());
            case OrderCancelled cancelled ->
                decided(current, OrderStatus.CANCELLED, null, cancelled.cancelledAt(), fact.version());
            case LinesReturned returned -> current == null ? null : returned(current, returned, fact.version());
            case BranchesTried _,
                    BranchesSettled _,
                    BranchInDoubt _,
                    OrderSettled _,
                    BranchesReversed _,
                    BranchRetried _,
                    BranchResolved _,
                    ReturnSettled _ -> unchanged(current, fact.version());
        };
    }

    private static OrderStatusView placed(OrderPlaced fact, long version) {
        return new OrderStatusView(
                fact.orderId(),
                fact.customerId(),
                OrderStatus.PENDING,
                null,
                sold(fact.lines()),
                fact.coupon(),
                fact.total(),
                null,
                List.of(
                        new Step(OrderStatus.ACCEPTED, fact.acceptedAt()),
                        new Step(OrderStatus.PENDING, fact.placedAt())),
                fact.requestHash(),
                version);
    }

    private static OrderStatusView declined(OrderDeclined fact, long version) {
        return new OrderStatusView(
                fact.orderId(),
                fact.customerId(),
                OrderStatus.REJECTED,
                fact.reason(),
                requested(fact.lines()),
                null,
                null,
                null,
                List.of(
                        new Step(OrderStatus.ACCEPTED, fact.acceptedAt()),
                        new Step(OrderStatus.REJECTED, fact.declinedAt())),
                fact.requestHash(),
                version);
    }

    private static @Nullable OrderStatusView decided(
            @Nullable OrderStatusView current,
            OrderStatus status,
            @Nullable Rejection reason,
            Instant at,
            long version) {
        if (current == null) {
            return null;
        }
        List<Step> timeline = Stream.concat(current.timeline().stream(), Stream.of(new Step(status, at)))
                .toList();
        return with(current, status, reason, timeline, version);
    }

    private static OrderStatusView returned(OrderStatusView current, LinesReturned fact, long version) {
        OrderStatus status = fact.complete() ? OrderStatus.CANCELLED : current.status();
        List<Step> timeline = fact.complete()
                ? Stream.concat(current.timeline().stream(), Stream.of(new Step(status, fact.returnedAt())))
                        .toList()
                : current.timeline();
        List<Line> lines = current.lines().stream()
                .map(line -> new Line(
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        line.unitPrice(),
                        Returned.after(line.returned(), line.sku(), fact)))
                .toList();
        return new OrderStatusView(
                current.id(),
                current.customerId(),
                status,
                current.reason(),
                lines,
                current.coupon(),
                current.total(),
                Returned.refunded(current.refunded(), fact),
                timeline,
                current.requestHash(),
                version);
    }

    private static @Nullable OrderStatusView unchanged(@Nullable OrderStatusView current, long version) {
        return current == null ? null : with(current, current.status(), current.reason(), current.timeline(), version);
    }

    private static OrderStatusView with(
            OrderStatusView view, OrderStatus status, @Nullable Rejection reason, List<Step> timeline, long version) {
        return new OrderStatusView(
                view.id(),
                view.customerId(),
                status,
                reason,
                view.lines(),
                view.coupon(),
                view.total(),
                view.refunded(),
                timeline,
                view.requestHash(),
                version);
    }

    private static List<Line> requested(List<RequestedLine> lines) {
        return lines.stream()
                .map(line -> new Line(line.sku(), null, line.quantity(), null, null))
                .toList();
    }

    private static List<Line> sold(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new Line(line.sku(), line.name(), line.quantity(), line.unitPrice(), null))
                .toList();
    }
}
