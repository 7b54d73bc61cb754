package dev.sluice.projector.backoffice;

import dev.sluice.projector.log.Fact;
import dev.sluice.projector.orders.Doubts;
import dev.sluice.projector.orders.Returned;
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
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order's own part of its document, from its facts alone. What is no news returns the document as it was. */
final class OrderFold {

    private OrderFold() {}

    /** Null while the order's first fact is missing. */
    static @Nullable BackOfficeOrderView happened(Fact<OrderFact> fact, @Nullable BackOfficeOrderView current) {
        if (current != null && fact.version() <= current.version()) {
            return current;
        }
        return switch (fact.data()) {
            case OrderPlaced placed -> placed(placed, fact.version());
            case OrderDeclined declined -> declined(declined, fact.version());
            case OrderConfirmed _,
                    OrderRejected _,
                    OrderSettled _,
                    BranchesTried _,
                    BranchesSettled _,
                    BranchInDoubt _,
                    OrderCancelled _,
                    LinesReturned _,
                    BranchesReversed _,
                    BranchRetried _,
                    BranchResolved _,
                    ReturnSettled _ -> current == null ? null : next(current, fact);
        };
    }

    private static BackOfficeOrderView placed(OrderPlaced fact, long version) {
        List<Line> lines = fact.lines().stream()
                .map(line -> new Line(
                        line.sku(), line.name(), line.quantity(), line.unitPrice(), line.total(), null, null, null))
                .toList();
        return new BackOfficeOrderView(
                fact.orderId(),
                OrderStatus.PENDING,
                null,
                Customer.unknown(fact.customerId()),
                lines,
                fact.coupon(),
                fact.total(),
                null,
                OrderPayment.NONE,
                null,
                fact.acceptedAt(),
                fact.placedAt(),
                null,
                null,
                version);
    }

    private static BackOfficeOrderView declined(OrderDeclined fact, long version) {
        List<Line> lines = fact.lines().stream()
                .map(line -> new Line(line.sku(), null, line.quantity(), null, null, null, null, null))
                .toList();
        return new BackOfficeOrderView(
                fact.orderId(),
                OrderStatus.REJECTED,
                fact.reason(),
                Customer.unknown(fact.customerId()),
                lines,
                null,
                null,
                null,
                OrderPayment.NONE,
                null,
                fact.acceptedAt(),
                null,
                fact.declinedAt(),
                null,
                version);
    }

    private static BackOfficeOrderView next(BackOfficeOrderView order, Fact<OrderFact> fact) {
        OrderFact data = fact.data();
        return new BackOfficeOrderView(
                order.id(),
                switch (data) {
                    case OrderConfirmed _ -> OrderStatus.CONFIRMED;
                    case OrderRejected _ -> OrderStatus.REJECTED;
                    case OrderCancelled _ -> OrderStatus.CANCELLED;
                    case LinesReturned returned when returned.complete() -> OrderStatus.CANCELLED;
                    default -> order.status();
                },
                data instanceof OrderRejected rejected ? rejected.reason() : order.reason(),
                order.customer(),
                data instanceof LinesReturned returned ? afterReturn(order.lines(), returned) : order.lines(),
                order.coupon(),
                order.total(),
                data instanceof LinesReturned returned
                        ? Returned.refunded(order.refunded(), returned)
                        : order.refunded(),
                order.payment(),
                Doubts.after(order.doubts(), data),
                order.acceptedAt(),
                order.placedAt(),
                switch (data) {
                    case OrderConfirmed confirmed -> confirmed.confirmedAt();
                    case OrderRejected rejected -> rejected.rejectedAt();
                    case OrderCancelled cancelled -> cancelled.cancelledAt();
                    default -> order.decidedAt();
                },
                data instanceof OrderSettled settled ? settled.settledAt() : order.settledAt(),
                fact.version());
    }

    private static List<Line> afterReturn(List<Line> lines, LinesReturned fact) {
        return lines.stream()
                .map(line -> new Line(
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        line.unitPrice(),
                        line.total(),
                        Returned.after(line.returned(), line.sku(), fact),
                        line.currentName(),
                        line.category()))
                .toList();
    }
}
