package dev.sluice.load.api;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /orders}. */
public record OrderRequest(
        String customerId,
        List<RequestedLine> lines,
        @Nullable String couponCode,
        @Nullable String grabId,
        @Nullable Money expectedTotal) {
    public OrderRequest {
        lines = List.copyOf(lines);
    }

    /** At our own prices, without a coupon. */
    public OrderRequest(String customerId, List<RequestedLine> lines) {
        this(customerId, lines, null, null, null);
    }
}
