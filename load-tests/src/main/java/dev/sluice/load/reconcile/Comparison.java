package dev.sluice.load.reconcile;

import dev.sluice.load.ledger.Account;
import dev.sluice.load.ledger.Books;
import dev.sluice.load.ledger.Books.Funds;
import dev.sluice.load.ledger.Books.Goods;
import dev.sluice.load.ledger.View;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what the places say of one order, to the unit and the penny. */
final class Comparison {
    private final AcceptedOrder order;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(AcceptedOrder order) {
        this.order = order;
    }

    /** The three event stores against the file and the status that the API told. */
    static List<Difference> withBooks(AcceptedOrder order, Books books) {
        Comparison comparison = new Comparison(order);
        Books.Entry entry = books.orders().get(order.id());
        comparison.account("MySQL ordering", entry == null ? null : entry.account());
        if (entry != null) {
            comparison.same("MySQL ordering", "settled", true, entry.settled());
        }
        comparison.goods(books.goods().getOrDefault(order.id(), Map.of()));
        comparison.funds(books.funds().get(order.id()));
        return comparison.differences;
    }

    /** A read model against the file, the status that the API told, and the books' version. */
    static List<Difference> withView(AcceptedOrder order, Books books, String place, @Nullable View view) {
        Comparison comparison = new Comparison(order);
        comparison.account(place, view == null ? null : view.account());
        Books.Entry entry = books.orders().get(order.id());
        if (view != null && entry != null) {
            comparison.same(place, "version", entry.version(), view.version());
        }
        if (view != null && view.paid() != null) {
            comparison.same(place, "paid", comparison.order.due(), view.paid());
        }
        return comparison.differences;
    }

    private void account(String place, @Nullable Account actual) {
        if (actual == null) {
            differ(place, "that there is", "an order", "none");
            return;
        }
        Account expected = order.expected();
        same(place, "status", expected.status(), actual.status());
        // An order that was declined before it was priced has quantities only.
        boolean priced = actual.total() != null || actual.status() != OrderStatus.REJECTED;
        if (priced) {
            same(place, "total", expected.total(), actual.total());
            same(place, "refunded", expected.refunded(), actual.refunded());
        }
        var skus = new TreeMap<>(expected.items());
        skus.putAll(actual.items());
        for (String sku : skus.keySet()) {
            item(place, sku, expected.items().get(sku), actual.items().get(sku), priced);
        }
    }

    private void item(
            String place, String sku, Account.@Nullable Item expected, Account.@Nullable Item actual, boolean priced) {
        if (expected == null || actual == null || priced) {
            same(place, sku, expected, actual);
        } else {
            same(place, "units of " + sku, expected.quantity(), actual.quantity());
        }
    }

    private void goods(Map<String, Goods> actual) {
        Map<String, Account.Item> due =
                order.status() == OrderStatus.CONFIRMED ? order.expected().items() : Map.of();
        var skus = new TreeMap<String, Object>(due);
        skus.putAll(actual);
        for (String sku : skus.keySet()) {
            Account.Item item = due.get(sku);
            Goods goods = actual.getOrDefault(sku, Goods.NONE);
            same("MySQL stock", "taken of " + sku, item == null ? 0 : item.quantity() - item.returned(), goods.taken());
            same("MySQL stock", "reserved of " + sku, 0L, goods.open());
        }
    }

    private void funds(@Nullable Funds actual) {
        same("MySQL payment", "captured", order.due(), actual == null ? none() : actual.captured());
        same("MySQL payment", "frozen", 0L, actual == null ? 0L : actual.open());
    }

    private Money none() {
        return order.wanted().total().times(0);
    }

    private void same(String place, String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            differ(place, what, expected, actual);
        }
    }

    private void differ(String place, String what, @Nullable Object expected, @Nullable Object actual) {
        differences.add(new Difference(order.id(), order.wanted().reference(), place, what, expected, actual));
    }
}
