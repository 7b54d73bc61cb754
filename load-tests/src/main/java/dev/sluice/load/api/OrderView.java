package dev.sluice.load.api;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.OrderStatusView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /orders/{id}}: an {@link OrderStatusView} as clients see it, without the request's hash. */
public record OrderView(
        String id,
        String customerId,
        OrderStatus status,
        @Nullable Rejection reason,
        List<OrderStatusView.Line> lines,
        @Nullable AppliedCoupon coupon,
        @Nullable Money total,
        @Nullable Money refunded,
        List<OrderStatusView.Step> timeline,
        long version) {
    public OrderView {
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
    }
}
