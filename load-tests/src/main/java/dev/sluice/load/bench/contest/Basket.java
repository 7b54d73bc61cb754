package dev.sluice.load.bench.contest;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.RequestedLine;
import java.time.Instant;
import java.util.List;

/** An order before it is placed. */
public record Basket(String orderId, String customerId, List<Line> lines) {

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
        return new PlaceOrder(orderId, customerId, requested, null, null, null, "hash-of-" + orderId, now);
    }

    public Money total() {
        return new Money(
                lines.stream().mapToLong(line -> line.quantity() * line.price()).sum(), Shop.CURRENCY);
    }
}
