package dev.sluice.load.reconcile;

import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.ledger.Account;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order that the API accepted.
 *
 * @param status how its checkout ended, as the API told; final, unless the wait for it was given up
 * @param returned units by SKU that have gone back since, all of them successfully
 */
public record AcceptedOrder(String id, InvoiceOrder wanted, OrderStatus status, Map<String, Long> returned) {
    public AcceptedOrder {
        returned = Map.copyOf(returned);
    }

    public AcceptedOrder(String id, InvoiceOrder wanted, OrderStatus status) {
        this(id, wanted, status, Map.of());
    }

    /** After so many units of a SKU went back, too. */
    public AcceptedOrder returning(String sku, long units) {
        Map<String, Long> more = new TreeMap<>(returned);
        more.merge(sku, units, Long::sum);
        return new AcceptedOrder(id, wanted, status, more);
    }

    /** What every place should say of it. */
    public Account expected() {
        Account sold = Account.expected(wanted, status);
        if (returned.isEmpty()) {
            return sold;
        }
        Account left = sold.returned(returned, refund());
        return left.units() == 0 ? left.as(OrderStatus.CANCELLED) : left;
    }

    /** What stays with the shop. */
    Money due() {
        Money total = wanted.total();
        return status == OrderStatus.CONFIRMED ? total.plus(refund().times(-1)) : total.times(0);
    }

    private Money refund() {
        return wanted.lines().stream()
                .map(line -> InvoiceOrder.total(
                        new RequestedLine(line.sku(), returned.getOrDefault(line.sku(), 0L), line.unitPrice())))
                .reduce(wanted.total().times(0), Money::plus);
    }
}
