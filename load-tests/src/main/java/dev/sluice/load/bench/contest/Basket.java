package dev.sluice.load.bench.contest;

import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.RequestedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order before it is placed.
 *
 * @param coupon that takes {@link Shop#PERCENT} off; null where none is used
 */
public record Basket(
        String orderId,
        String customerId,
        List<Line> lines,
        @Nullable String coupon) {

    /** @param price of one unit, minor units */
    public record Line(String sku, long quantity, long price) {}

    public Basket {
        lines = List.copyOf(lines);
    }

    /** As the edge would say it. */
    public PlaceOrder at(Instant now) {
        List<RequestedLine> requested = lines.stream()
                .map(line -> new RequestedLine(line.sku(), line.quantity(), null))
                .toList();
        return new PlaceOrder(orderId, customerId, requested, coupon, null, null, "hash-of-" + orderId, now);
    }

    /** What is paid, minor units. */
    public long total() {
        return subtotal() - discount();
    }

    /** What the coupon takes off, minor units, rounded down. */
    public long discount() {
        return coupon == null ? 0 : subtotal() * Shop.PERCENT / 100;
    }

    private long subtotal() {
        return lines.stream().mapToLong(line -> line.quantity() * line.price()).sum();
    }
}
