package dev.sluice.schemas.view;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it: {@code GET /orders/{id}}.
 *
 * @param version 0 while only accepted, then the sequence number of the latest fact + 1
 * @param total what is to be paid; null until the order is priced
 * @param coupon null where none is used
 * @param refunded what went back to the wallet for returned lines; null where nothing was returned
 * @param timeline each status that was reached, oldest first
 * @param requestHash of the body that was accepted; in the projection's document only, null in what clients are shown
 */
public record OrderStatusView(
        String id,
        String customerId,
        OrderStatus status,
        @Nullable Rejection reason,
        List<Line> lines,
        @Nullable AppliedCoupon coupon,
        @Nullable Money total,
        @Nullable Money refunded,
        List<Step> timeline,
        @Nullable String requestHash,
        long version) {

    public OrderStatusView {
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
    }

    /**
     * Name and price are null until the order is priced.
     *
     * @param returned of the quantity, units that went back; null where none did
     */
    public record Line(
            String sku,
            @Nullable String name,
            long quantity,
            @Nullable Money unitPrice,
            @Nullable Long returned) {}

    public record Step(OrderStatus status, Instant at) {}
}
