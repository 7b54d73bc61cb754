package dev.sluice.load.replay;

import dev.sluice.load.invoice.InvoiceReturn;
import dev.sluice.load.reconcile.AcceptedOrder;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each customer holds of each SKU, by order: a return goes back to the latest orders that came before it. */
final class Sold {
    private static final Comparator<AcceptedOrder> LATEST_FIRST = Comparator.comparing(
                    (AcceptedOrder order) -> order.wanted().at())
            .thenComparing(order -> order.wanted().reference())
            .reversed();

    private final Map<Holding, List<Piece>> held = new HashMap<>();

    private record Holding(String customerId, String sku) {}

    private static final class Piece {
        private final AcceptedOrder order;
        private long left;

        Piece(AcceptedOrder order, long left) {
            this.order = order;
            this.left = left;
        }
    }

    /**
     * Where the units of a return belong.
     *
     * @param units by order, then by SKU
     * @param unmatched units that no earlier order of the customer holds
     */
    record Match(Map<AcceptedOrder, Map<String, Long>> units, long unmatched) {}

    Sold(List<AcceptedOrder> orders) {
        orders.stream()
                .filter(order -> order.status() == OrderStatus.CONFIRMED)
                .sorted(LATEST_FIRST)
                .forEach(this::add);
    }

    private void add(AcceptedOrder order) {
        for (RequestedLine line : order.wanted().lines()) {
            held.computeIfAbsent(new Holding(order.wanted().buyer().id(), line.sku()), _ -> new ArrayList<>())
                    .add(new Piece(order, line.quantity()));
        }
    }

    /** Takes the units away, so that none is matched twice. To be asked in the file's order. */
    Match match(InvoiceReturn comeback) {
        Map<AcceptedOrder, Map<String, Long>> units = new LinkedHashMap<>();
        long unmatched = 0;
        for (Map.Entry<String, Long> wanted : comeback.units().entrySet()) {
            long open = wanted.getValue();
            Holding holding = new Holding(comeback.buyer().id(), wanted.getKey());
            for (Piece piece : held.getOrDefault(holding, List.of())) {
                long taken = piece.order.wanted().at().isAfter(comeback.at()) ? 0 : Math.min(open, piece.left);
                if (taken > 0) {
                    piece.left -= taken;
                    open -= taken;
                    units.computeIfAbsent(piece.order, _ -> new LinkedHashMap<>())
                            .put(wanted.getKey(), taken);
                }
            }
            unmatched += open;
        }
        return new Match(units, unmatched);
    }
}
