package dev.sluice.load.invoice;

import dev.sluice.load.csv.BadLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the file, whole.
 *
 * @param ordinal from 1, by first appearance in the file
 * @param returned whether it is a return, by its number; then it has no orders
 * @param comeback what a return brings back; null for a sale, and where every line is bad
 * @param orders none where every line is bad
 * @param names of the SKUs, as this invoice calls them
 */
public record Invoice(
        int ordinal,
        String number,
        boolean returned,
        @Nullable InvoiceReturn comeback,
        int lines,
        List<InvoiceOrder> orders,
        Map<String, String> names,
        List<BadLine> bad) {
    public Invoice {
        names = Map.copyOf(names);
        orders = List.copyOf(orders);
        bad = List.copyOf(bad);
    }
}
