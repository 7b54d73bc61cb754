package dev.sluice.load.invoice;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * An order that an invoice becomes. Nearly always the only one of its invoice.
 *
 * @param part from 1
 * @param lines one per SKU, priced
 * @param fileLines how many lines of the file went into it
 */
public record InvoiceOrder(
        String invoice, int part, LocalDateTime at, Buyer buyer, List<RequestedLine> lines, int fileLines) {
    public static final String CURRENCY = "GBP";

    public InvoiceOrder {
        lines = List.copyOf(lines);
    }

    /** Names the order within its file. */
    public String reference() {
        return part == 1 ? invoice : invoice + "/" + part;
    }

    /** The idempotency key: the same order of the same file has the same key for ever. */
    public String key(String fileHash) {
        return fileHash.substring(0, 32) + "." + SafeId.of(invoice) + "." + part;
    }

    public long units() {
        return lines.stream().mapToLong(RequestedLine::quantity).sum();
    }

    public Money total() {
        return lines.stream().map(InvoiceOrder::total).reduce(new Money(0, CURRENCY), Money::plus);
    }

    public static Money total(RequestedLine line) {
        return Objects.requireNonNull(line.unitPrice()).times(line.quantity());
    }
}
