package dev.sluice.load.reconcile;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.ledger.Bookkeeping;
import dev.sluice.load.ledger.Books;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.load.ledger.Views;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.order.RequestedLine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether all places agree on a run's accepted orders. Waits, as long as anything moves, until every order is settled and
 * the read models have caught up; what differs then differs.
 */
public final class Reconciliation {
    private final EventStores stores;
    private final Views views;
    private final Duration patience;

    /** @param patience how long nothing may move before that counts as the end */
    public Reconciliation(Installation installation, Duration patience) {
        this.stores = new EventStores(installation.mysql());
        this.views = new Views(installation);
        this.patience = patience;
    }

    /** Throws {@link dev.sluice.load.patience.Stalled} where a place cannot be read at all. */
    public Reconciled of(List<AcceptedOrder> orders) {
        awaitSettled(orders);
        Books books = Retry.until(new Stall(patience), () -> books(orders));
        CatchingUp redis = new CatchingUp("Redis", books, views::inRedis, new Stall(patience)).with(orders);
        CatchingUp elasticsearch =
                new CatchingUp("Elasticsearch", books, views::inElasticsearch, new Stall(patience)).with(orders);
        List<Difference> differences = new ArrayList<>();
        orders.forEach(order -> differences.addAll(Comparison.withBooks(order, books)));
        differences.addAll(redis.differences());
        differences.addAll(elasticsearch.differences());
        return new Reconciled(
                differences,
                List.of(
                        Sums.ofFile(orders),
                        Sums.ofOrdering(books),
                        Sums.ofParticipants(books),
                        redis.sums(),
                        elasticsearch.sums()));
    }

    private void awaitSettled(List<AcceptedOrder> orders) {
        Stall stall = new Stall(patience);
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
        Set<String> open = new HashSet<>();
        orders.forEach(order -> open.add(order.id()));
        while (!open.isEmpty() && !stall.isOver()) {
            if (open.removeAll(Retry.until(stall, () -> settled(open)))) {
                stall.moved();
            } else {
                backoff.pause();
            }
        }
    }

    private Set<String> settled(Set<String> orderIds) throws SQLException {
        Bookkeeping bookkeeping = new Bookkeeping(orderIds);
        stores.orders(orderIds, bookkeeping::add);
        Set<String> settled = new HashSet<>();
        bookkeeping.books().orders().forEach((id, entry) -> {
            if (entry.settled()) {
                settled.add(id);
            }
        });
        return settled;
    }

    private Books books(List<AcceptedOrder> orders) throws SQLException {
        Set<String> ids = new HashSet<>();
        Set<String> skus = new HashSet<>();
        Set<String> customers = new HashSet<>();
        for (AcceptedOrder order : orders) {
            ids.add(order.id());
            order.wanted().lines().stream().map(RequestedLine::sku).forEach(skus::add);
            customers.add(order.wanted().buyer().id());
        }
        Bookkeeping bookkeeping = new Bookkeeping(ids);
        stores.orders(ids, bookkeeping::add);
        stores.stock(skus, bookkeeping::add);
        stores.wallets(customers, bookkeeping::add);
        return bookkeeping.books();
    }
}
