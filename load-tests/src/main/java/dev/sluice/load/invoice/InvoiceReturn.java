package dev.sluice.load.invoice;

import dev.sluice.load.csv.Column;
import dev.sluice.load.csv.Flaw;
import dev.sluice.load.csv.Row;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an invoice whose number begins with C brings back. It does not say what invoice it was sold on.
 *
 * @param units by SKU, 1 or more each
 */
public record InvoiceReturn(String invoice, LocalDateTime at, Buyer buyer, Map<String, Long> units) {
    public InvoiceReturn {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** Idempotency key of the part that goes back to one order: the same file brings nothing back twice. */
    public String key(String fileHash, InvoiceOrder order) {
        return order.key(fileHash) + "." + SafeId.of(invoice);
    }

    static InvoiceReturn of(Row row) throws Flaw {
        return new InvoiceReturn(
                row.invoice(),
                Sale.date(row.get(Column.DATE)),
                Buyer.of(row.get(Column.CUSTOMER), row.get(Column.COUNTRY)),
                Map.of(Sale.sku(row.get(Column.STOCK_CODE)), units(row.get(Column.QUANTITY))));
    }

    private static long units(String text) throws Flaw {
        if (!text.startsWith("-")) {
            throw new Flaw("quantity " + text + " on a return: it should be negative");
        }
        return Sale.quantity(text.substring(1));
    }

    InvoiceReturn plus(InvoiceReturn line) {
        Map<String, Long> sum = new LinkedHashMap<>(units);
        line.units.forEach((sku, count) -> sum.merge(sku, count, Long::sum));
        return new InvoiceReturn(invoice, at, buyer, sum);
    }
}
