package dev.sluice.load.provision;

import dev.sluice.load.csv.BadLine;
import dev.sluice.load.invoice.Invoice;
import java.util.ArrayList;
import java.util.List;

/** The slice of the file in numbers. */
public final class Tally {
    private final List<BadLine> bad = new ArrayList<>();
    private int invoices;
    private int lines;
    private int returns;
    private int returnLines;
    private int empty;
    private int orders;
    private int orderLines;
    private int furtherOrders;

    void add(Invoice invoice) {
        invoices++;
        lines += invoice.lines();
        bad.addAll(invoice.bad());
        orders += invoice.orders().size();
        invoice.orders().forEach(order -> orderLines += order.fileLines());
        if (invoice.returned()) {
            returns++;
            returnLines += invoice.lines();
        } else if (invoice.orders().isEmpty()) {
            empty++;
        } else {
            furtherOrders += invoice.orders().size() - 1;
        }
    }

    void addStray(BadLine line) {
        lines++;
        bad.add(line);
    }

    public int invoices() {
        return invoices;
    }

    public int lines() {
        return lines;
    }

    public int returns() {
        return returns;
    }

    public int returnLines() {
        return returnLines;
    }

    /** Invoices without a single good line. */
    public int empty() {
        return empty;
    }

    public int orders() {
        return orders;
    }

    public int orderLines() {
        return orderLines;
    }

    /** Second and later orders of one invoice. */
    public int furtherOrders() {
        return furtherOrders;
    }

    public List<BadLine> badLines() {
        return List.copyOf(bad);
    }
}
