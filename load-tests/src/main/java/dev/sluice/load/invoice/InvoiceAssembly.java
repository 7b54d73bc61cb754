package dev.sluice.load.invoice;

import dev.sluice.load.csv.BadLine;
import dev.sluice.load.csv.Flaw;
import dev.sluice.load.csv.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an invoice of its rows. An order of the API has one line per SKU with one price. Where an invoice sells a SKU at a
 * second price, that sale goes to a second order of the same invoice: so no price is invented and nothing sold is left out.
 */
final class InvoiceAssembly {
    private final List<Sale> sales = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<BadLine> bad = new ArrayList<>();
    private final List<Basket> baskets = new ArrayList<>();
    private @Nullable InvoiceReturn comeback;

    private InvoiceAssembly() {}

    static Invoice of(int ordinal, String number, List<Row> rows) {
        boolean returned = number.toUpperCase(Locale.ROOT).startsWith("C");
        InvoiceAssembly assembly = new InvoiceAssembly();
        rows.forEach(returned ? assembly::addReturn : assembly::add);
        return new Invoice(
                ordinal,
                number,
                returned,
                assembly.comeback,
                rows.size(),
                assembly.orders(number),
                assembly.names,
                assembly.bad);
    }

    private void addReturn(Row row) {
        try {
            InvoiceReturn line = InvoiceReturn.of(row);
            requireSameBuyer(comeback == null ? line.buyer() : comeback.buyer(), line.buyer());
            comeback = comeback == null ? line : comeback.plus(line);
        } catch (Flaw flaw) {
            bad.add(new BadLine(row.number(), row.invoice(), flaw.reason()));
        }
    }

    private void add(Row row) {
        try {
            Sale sale = Sale.of(row);
            requireSameBuyer(sales.isEmpty() ? sale.buyer() : sales.getFirst().buyer(), sale.buyer());
            sales.add(sale);
            if (!sale.description().isEmpty()) {
                names.putIfAbsent(sale.sku(), sale.description());
            }
            if (baskets.stream().noneMatch(basket -> basket.takes(sale))) {
                Basket next = new Basket();
                baskets.add(next);
                next.takes(sale);
            }
        } catch (Flaw flaw) {
            bad.add(new BadLine(row.number(), row.invoice(), flaw.reason()));
        }
    }

    private static void requireSameBuyer(Buyer first, Buyer next) throws Flaw {
        if (!first.equals(next)) {
            throw new Flaw("customer " + next.id() + " on an invoice of " + first.id());
        }
    }

    private List<InvoiceOrder> orders(String number) {
        return IntStream.range(0, baskets.size())
                .mapToObj(i -> baskets.get(i)
                        .order(
                                number,
                                i + 1,
                                sales.getFirst().at(),
                                sales.getFirst().buyer()))
                .toList();
    }
}
