package dev.sluice.load.provision;

import dev.sluice.load.invoice.Buyer;
import dev.sluice.load.invoice.Invoice;
import dev.sluice.load.invoice.InvoiceFile;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run will need, found by reading the file once before the first order. Needs count the whole file, so that its
 * slices can be replayed one after another; the tally counts the slice.
 */
public final class Survey {
    private final Slice slice;
    private final Tally tally = new Tally();
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final Map<Buyer, Money> spending = new LinkedHashMap<>();
    private final Set<String> skus = new HashSet<>();
    private final Set<Buyer> buyers = new HashSet<>();

    private Survey(Slice slice) {
        this.slice = slice;
    }

    public static Survey of(InvoiceFile file, Slice slice) {
        Survey survey = new Survey(slice);
        file.read(survey::add, survey.tally::addStray);
        survey.needs.keySet().retainAll(survey.skus);
        survey.spending.keySet().retainAll(survey.buyers);
        return survey;
    }

    /** What the file asks of a SKU; name and price are the first that it gives. */
    public record Need(String name, Money price, long units) {
        Need plus(Need later) {
            return new Need(name.isEmpty() ? later.name : name, price, units + later.units);
        }
    }

    public Tally tally() {
        return tally;
    }

    /** Of the SKUs that the slice sells, the units that the whole file sells. */
    public Map<String, Need> needs() {
        return needs;
    }

    /** Of the buyers in the slice, what they spend in the whole file. */
    public Map<Buyer, Money> spending() {
        return spending;
    }

    private void add(Invoice invoice) {
        boolean here = slice.holds(invoice.ordinal());
        if (here) {
            tally.add(invoice);
        }
        for (InvoiceOrder order : invoice.orders()) {
            spending.merge(order.buyer(), order.total(), Money::plus);
            if (here) {
                buyers.add(order.buyer());
            }
            for (RequestedLine line : order.lines()) {
                add(line, invoice.names().getOrDefault(line.sku(), ""));
                if (here) {
                    skus.add(line.sku());
                }
            }
        }
    }

    private void add(RequestedLine line, String name) {
        Money price = Objects.requireNonNull(line.unitPrice());
        needs.merge(line.sku(), new Need(name, price, line.quantity()), Need::plus);
    }
}
