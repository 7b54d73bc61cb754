package dev.sluice.load.invoice;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order being filled. It takes a sale if the API can express the result as one order, exactly. */
final class Basket {
    static final int MOST_LINES = 1_500;
    private static final long MOST_UNITS = 1_000_000;

    private final Map<String, RequestedLine> lines = new LinkedHashMap<>();
    private int fileLines;

    /** Sums with the line of the same SKU; refuses, changing nothing, where the price differs or a limit is passed. */
    boolean takes(Sale sale) {
        Money price = new Money(sale.price(), InvoiceOrder.CURRENCY);
        RequestedLine line = lines.get(sale.sku());
        long quantity = sale.quantity() + (line == null ? 0 : line.quantity());
        boolean fits = line == null ? lines.size() < MOST_LINES : price.equals(line.unitPrice());
        if (!fits || quantity > MOST_UNITS) {
            return false;
        }
        lines.put(sale.sku(), new RequestedLine(sale.sku(), quantity, price));
        fileLines++;
        return true;
    }

    InvoiceOrder order(String invoice, int part, LocalDateTime at, Buyer buyer) {
        return new InvoiceOrder(invoice, part, at, buyer, List.copyOf(lines.values()), fileLines);
    }
}
