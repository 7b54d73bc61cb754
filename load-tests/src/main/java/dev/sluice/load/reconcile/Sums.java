package dev.sluice.load.reconcile;

import dev.sluice.load.ledger.Account;
import dev.sluice.load.ledger.Books;
import dev.sluice.load.ledger.View;
import dev.sluice.schemas.order.OrderStatus;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one place holds of a run, in sum.
 *
 * @param units of the confirmed orders, without what went back
 * @param pence of the confirmed orders, without what was refunded
 */
public record Sums(String place, Map<OrderStatus, Long> orders, long units, long pence) {

    public Sums {
        orders = Map.copyOf(orders);
    }

    public long all() {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }

    static Sums ofFile(List<AcceptedOrder> orders) {
        return of("the file", orders, AcceptedOrder::expected);
    }

    static Sums ofOrdering(Books books) {
        return of("MySQL, ordering", books.orders().values(), Books.Entry::account);
    }

    static Sums ofViews(String place, Collection<View> views) {
        return of(place, views, View::account);
    }

    /** Stock and payment know no orders: what has left the shelves, and what was paid. */
    static Sums ofParticipants(Books books) {
        long units = books.goods().values().stream()
                .flatMap(bySku -> bySku.values().stream())
                .mapToLong(Books.Goods::taken)
                .sum();
        long pence = books.funds().values().stream()
                .mapToLong(funds -> funds.captured().amount())
                .sum();
        return new Sums("MySQL, stock and payment", Map.of(), units, pence);
    }

    private static <T> Sums of(String place, Collection<T> found, Function<T, Account> read) {
        Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
        long units = 0;
        long pence = 0;
        for (T one : found) {
            Account account = read.apply(one);
            orders.merge(account.status(), 1L, Long::sum);
            if (account.status() == OrderStatus.CONFIRMED) {
                units += account.units();
                pence += account.pence();
            }
        }
        return new Sums(place, orders, units, pence);
    }
}
