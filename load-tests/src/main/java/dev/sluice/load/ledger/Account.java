package dev.sluice.load.ledger;

import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one order.
 *
 * @param items by SKU
 * @param total null where the order was never priced
 * @param refunded null where nothing was returned
 */
public record Account(
        OrderStatus status,
        Map<String, Item> items,
        @Nullable Money total,
        @Nullable Money refunded) {

    /**
     * @param unitPrice null where the order was never priced
     * @param returned of the quantity, units that went back
     */
    public record Item(long quantity, @Nullable Money unitPrice, long returned) {
        Item plusReturned(long units) {
            return new Item(quantity, unitPrice, returned + units);
        }
    }

    public Account {
        items = Map.copyOf(items);
    }

    public static Account expected(InvoiceOrder order, OrderStatus status) {
        Items items = new Items();
        order.lines().forEach(items::add);
        return new Account(status, items.bySku, order.total(), null);
    }

    static Account priced(OrderStatus status, List<OrderLine> lines, Money total) {
        Items items = new Items();
        lines.forEach(line -> items.add(line.sku(), line.quantity(), line.unitPrice(), 0));
        return new Account(status, items.bySku, total, null);
    }

    static Account declined(List<RequestedLine> lines) {
        Items items = new Items();
        lines.forEach(items::add);
        return new Account(OrderStatus.REJECTED, items.bySku, null, null);
    }

    public Account as(OrderStatus later) {
        return new Account(later, items, total, refunded);
    }

    /** After these units went back. */
    public Account returned(Map<String, Long> units, Money refund) {
        Map<String, Item> left = new TreeMap<>(items);
        units.forEach((sku, count) -> left.computeIfPresent(sku, (_, item) -> item.plusReturned(count)));
        return new Account(status, left, total, refunded == null ? refund : refunded.plus(refund));
    }

    /** Units that stayed with the customer. */
    public long units() {
        return items.values().stream()
                .mapToLong(item -> item.quantity() - item.returned())
                .sum();
    }

    /** What stayed with the shop, in minor units. */
    public long pence() {
        return (total == null ? 0 : total.amount()) - (refunded == null ? 0 : refunded.amount());
    }

    /** Gathers the lines of a view; a SKU that occurs twice is summed, so that it shows as a difference. */
    static final class Items {
        private final Map<String, Item> bySku = new TreeMap<>();

        void add(RequestedLine line) {
            add(line.sku(), line.quantity(), line.unitPrice(), 0);
        }

        void add(String sku, long quantity, @Nullable Money unitPrice, long returned) {
            bySku.merge(
                    sku,
                    new Item(quantity, unitPrice, returned),
                    (a, b) -> new Item(a.quantity() + b.quantity(), a.unitPrice(), a.returned() + b.returned()));
        }

        Account account(OrderStatus status, @Nullable Money total, @Nullable Money refunded) {
            return new Account(status, bySku, total, refunded);
        }
    }
}
