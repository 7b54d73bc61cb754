package dev.sluice.command.order;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.rejection.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an order comes to, or why it cannot be priced. */
sealed interface Quote {

    record Priced(List<OrderLine> lines, Money total) implements Quote {
        public Priced {
            lines = List.copyOf(lines);
        }
    }

    record Declined(Rejection reason) implements Quote {}

    /** Throws IllegalArgumentException for lines that the edge would never let through. */
    static Quote of(PlaceOrder command, Prices prices) {
        requireWellFormed(command.lines());
        List<OrderLine> lines = new ArrayList<>(command.lines().size());
        for (RequestedLine line : command.lines()) {
            Prices.Offer offer = prices.find(line.sku());
            if (offer == null) {
                return new Declined(new Rejection.UnknownSku(line.sku()));
            }
            Money unitPrice = line.unitPrice() == null ? offer.price() : line.unitPrice();
            lines.add(new OrderLine(line.sku(), offer.name(), line.quantity(), unitPrice));
        }
        return total(lines, command.expectedTotal());
    }

    private static Quote total(List<OrderLine> lines, @Nullable Money expected) {
        String currency = lines.getFirst().unitPrice().currency();
        Money total = new Money(0, currency);
        for (OrderLine line : lines) {
            if (!line.unitPrice().currency().equals(currency)) {
                return new Declined(
                        new Rejection.MixedCurrencies(currency, line.unitPrice().currency()));
            }
            try {
                total = total.plus(line.total());
            } catch (ArithmeticException e) {
                return new Declined(new Rejection.TotalTooLarge(line.sku()));
            }
        }
        return expected == null || expected.equals(total)
                ? new Priced(lines, total)
                : new Declined(new Rejection.TotalChanged(expected, total));
    }

    private static void requireWellFormed(List<RequestedLine> lines) {
        Set<String> skus = new HashSet<>();
        for (RequestedLine line : lines) {
            if (line.quantity() < 1 || !skus.add(line.sku())) {
                throw new IllegalArgumentException("a line without a quantity, or a second one of its SKU: " + line);
            }
        }
        if (skus.isEmpty()) {
            throw new IllegalArgumentException("an order without lines");
        }
    }
}
