package dev.sluice.schemas.view;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in its customer's list: {@code GET /customers/{id}/orders}. An {@link OrderStatusView} without time line, made
 * of the back office's document minus what is not the customer's to see.
 */
public record CustomerOrderView(
        String id,
        String customerId,
        OrderStatus status,
        @Nullable Rejection reason,
        List<OrderStatusView.Line> lines,
        @Nullable Money total,
        @Nullable Money refunded,
        long version) {

    public CustomerOrderView {
        lines = List.copyOf(lines);
    }

    public static CustomerOrderView of(BackOfficeOrderView order) {
        return new CustomerOrderView(
                order.id(),
                order.customer().id(),
                order.status(),
                order.reason(),
                order.lines().stream().map(CustomerOrderView::line).toList(),
                order.total(),
                order.refunded(),
                order.version());
    }

    private static OrderStatusView.Line line(BackOfficeOrderView.Line line) {
        return new OrderStatusView.Line(line.sku(), line.name(), line.quantity(), line.unitPrice(), line.returned());
    }
}
