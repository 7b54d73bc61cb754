package dev.sluice.edge.harness;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.ProductPageView;
import java.time.Instant;
import java.util.List;

/** Views as a projector would write them. */
public final class Views {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private Views() {}

    public static ProductPageView product(String sku) {
        return new ProductPageView(sku, "Mug of " + sku, "Holds tea.", "Kitchen", new Money(1_250, "GBP"), 7, 1, 1);
    }

    public static OrderStatusView order(
            String id, String customer, OrderStatus status, long version, String requestHash) {
        return new OrderStatusView(
                id,
                customer,
                status,
                null,
                List.of(new OrderStatusView.Line("s", "Mug", 1, new Money(100, "GBP"), null)),
                null,
                new Money(100, "GBP"),
                null,
                List.of(new OrderStatusView.Step(status, AT)),
                requestHash,
                version);
    }
}
