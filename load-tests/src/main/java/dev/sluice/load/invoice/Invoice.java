package dev.sluice.load.invoice;

import dev.sluice.load.csv.BadLine;
import java.util.List;
import java.util.Map;

/**
 * An invoice of the file, whole.
 *
 * @param ordinal from 1, by first appearance in the file
 * @param returned a return, which nothing here matches with its sale yet; it has neither orders nor bad lines
 * @param orders none where every line is bad
 * @param names of the SKUs, as this invoice calls them
 */
public record Invoice(
        int ordinal,
        String number,
        boolean returned,
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
