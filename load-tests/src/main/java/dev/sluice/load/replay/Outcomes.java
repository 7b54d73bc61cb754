package dev.sluice.load.replay;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.reconcile.AcceptedOrder;
import dev.sluice.schemas.order.OrderStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the orders of a run have ended so far. Safe for many threads. */
public final class Outcomes {
    private final Map<String, AcceptedOrder> accepted = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final Map<OrderStatus, Integer> byStatus = new EnumMap<>(OrderStatus.class);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, InvoiceOrder> open = new LinkedHashMap<>();
    private int earlier;
    private long returned;
    private long unmatched;
    private boolean complete;

    /** An order that the API refused, or lost sight of after it had accepted it. */
    public record Trouble(InvoiceOrder order, String what) {}

    synchronized void accepted(InvoiceOrder order, String id) {
        open.put(id, order);
    }

    /** @param before the order was there before this run */
    synchronized void ended(InvoiceOrder order, OrderView view, boolean before) {
        open.remove(view.id());
        // What an earlier replay brought back was sold first, and this one will bring it back again.
        OrderStatus status = view.refunded() == null ? view.status() : OrderStatus.CONFIRMED;
        accepted.put(view.id(), new AcceptedOrder(view.id(), order, status));
        byStatus.merge(status, 1, Integer::sum);
        if (view.reason() != null) {
            reasons.merge(view.reason().getClass().getSimpleName(), 1, Integer::sum);
        }
        if (before) {
            earlier++;
        }
    }

    synchronized void lost(InvoiceOrder order, String id, String what) {
        open.remove(id);
        accepted.put(id, new AcceptedOrder(id, order, OrderStatus.ACCEPTED));
        troubles.add(new Trouble(order, "accepted as " + id + ", then " + what));
    }

    synchronized void refused(InvoiceOrder order, String what) {
        troubles.add(new Trouble(order, "refused: " + what));
    }

    synchronized void returned(AcceptedOrder order, Map<String, Long> units) {
        AcceptedOrder left = accepted.getOrDefault(order.id(), order);
        for (Map.Entry<String, Long> some : units.entrySet()) {
            left = left.returning(some.getKey(), some.getValue());
            returned += some.getValue();
        }
        accepted.put(order.id(), left);
        if (left.expected().status() == OrderStatus.CANCELLED) {
            byStatus.merge(OrderStatus.CONFIRMED, -1, Integer::sum);
            byStatus.merge(OrderStatus.CANCELLED, 1, Integer::sum);
        }
    }

    synchronized void unmatched(long units) {
        unmatched += units;
    }

    synchronized void notReturned(AcceptedOrder order, String what) {
        troubles.add(new Trouble(order.wanted(), what));
    }

    synchronized void complete() {
        complete = true;
    }

    /** Whether every order and every return of the run has ended, so that only the reconciliation is left. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /** Those that have ended. */
    public synchronized List<AcceptedOrder> accepted() {
        return List.copyOf(accepted.values());
    }

    /** Units that went back. */
    public synchronized long returned() {
        return returned;
    }

    /** Units of returns that no earlier order of this run holds. */
    public synchronized long unmatched() {
        return unmatched;
    }

    public synchronized List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Accepted and still without an end, by order id. */
    public synchronized Map<String, InvoiceOrder> open() {
        return new LinkedHashMap<>(open);
    }

    /** Of the accepted orders, those that an earlier replay had placed. */
    public synchronized int earlier() {
        return earlier;
    }

    public synchronized int count(OrderStatus status) {
        return byStatus.getOrDefault(status, 0);
    }

    /** How often an order was rejected for what. */
    public synchronized Map<String, Integer> reasons() {
        return Map.copyOf(reasons);
    }

    /** For the progress bar. */
    synchronized String line() {
        return count(OrderStatus.CONFIRMED) + " confirmed, " + count(OrderStatus.REJECTED) + " rejected"
                + (earlier > 0 ? ", " + earlier + " already there" : "")
                + (troubles.isEmpty() ? "" : ", " + troubles.size() + " in trouble");
    }
}
