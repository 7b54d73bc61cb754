package dev.sluice.load.reconcile;

import dev.sluice.load.ledger.Books;
import dev.sluice.load.ledger.View;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a read model again and again, only those orders that still differ, until none does or nothing moves any more. */
final class CatchingUp {
    private static final int CHUNK = 500;

    private final String place;
    private final Books books;
    private final Function<List<String>, Map<String, View>> read;
    private final Stall stall;
    private final Map<String, View> found = new HashMap<>();
    private final Map<AcceptedOrder, List<Difference>> differing = new HashMap<>();

    CatchingUp(String place, Books books, Function<List<String>, Map<String, View>> read, Stall stall) {
        this.place = place;
        this.books = books;
        this.read = read;
        this.stall = stall;
    }

    CatchingUp with(List<AcceptedOrder> orders) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
        compare(orders);
        while (!differing.isEmpty() && !stall.isOver()) {
            int before = differing.size();
            backoff.pause();
            compare(List.copyOf(differing.keySet()));
            if (differing.size() < before) {
                stall.moved();
            }
        }
        return this;
    }

    Sums sums() {
        return Sums.ofViews(place, found.values());
    }

    List<Difference> differences() {
        return differing.values().stream().flatMap(List::stream).toList();
    }

    private void compare(List<AcceptedOrder> orders) {
        for (int from = 0; from < orders.size(); from += CHUNK) {
            List<String> ids = new ArrayList<>();
            orders.subList(from, Math.min(from + CHUNK, orders.size())).forEach(order -> ids.add(order.id()));
            found.putAll(Retry.until(stall, () -> read.apply(ids)));
        }
        for (AcceptedOrder order : orders) {
            List<Difference> differences = Comparison.withView(order, books, place, found.get(order.id()));
            if (differences.isEmpty()) {
                differing.remove(order);
            } else {
                differing.put(order, differences);
            }
        }
    }
}
