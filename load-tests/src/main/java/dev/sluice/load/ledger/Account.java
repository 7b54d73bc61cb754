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
 */
public record Account(
        OrderStatus status,
        Map<String, Item> items,
        @Nullable Money total) {

    /** @param unitPrice null where the order was never priced */
    public record Item(long quantity, @Nullable Money unitPrice) {}

    public Account {
        items = Map.copyOf(items);
    }

    public static Account expected(InvoiceOrder order, OrderStatus status) {
        Items items = new Items();
        order.lines().forEach(items::add);
        return new Account(status, items.bySku, order.total());
    }

    static Account priced(OrderStatus status, List<OrderLine> lines, Money total) {
        Items items = new Items();
        lines.forEach(line -> items.add(line.sku(), line.quantity(), line.unitPrice()));
        return new Account(status, items.bySku, total);
    }

    static Account declined(List<RequestedLine> lines) {
        Items items = new Items();
        lines.forEach(items::add);
        return new Account(OrderStatus.REJECTED, items.bySku, null);
    }

    Account as(OrderStatus later) {
        return new Account(later, items, total);
    }

    public long units() {
        return items.values().stream().mapToLong(Item::quantity).sum();
    }

    /** Gathers the lines of a view; a SKU that occurs twice is summed, so that it shows as a difference. */
    static final class Items {
        private final Map<String, Item> bySku = new TreeMap<>();

        void add(RequestedLine line) {
            add(line.sku(), line.quantity(), line.unitPrice());
        }

        void add(String sku, long quantity, @Nullable Money unitPrice) {
            bySku.merge(
                    sku, new Item(quantity, unitPrice), (a, b) -> new Item(a.quantity() + b.quantity(), a.unitPrice()));
        }

        Account account(OrderStatus status, @Nullable Money total) {
            return new Account(status, bySku, total);
        }
    }
}
