package dev.sluice.command.quote;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.rejection.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an order comes to, or why it cannot be priced. */
public sealed interface Quote {

    /** @param total of the lines, less what the coupon takes off */
    record Priced(List<OrderLine> lines, @Nullable AppliedCoupon coupon, Money total) implements Quote {
        public Priced {
            lines = List.copyOf(lines);
        }
    }

    record Declined(Rejection reason) implements Quote {}

    /** Throws IllegalArgumentException for lines that the edge would never let through. */
    static Quote of(PlaceOrder command, Lists lists) {
        requireWellFormed(command.lines());
        Money special = null;
        if (command.grabId() != null) {
            GrabId grab = GrabId.parse(command.grabId());
            CampaignTerms terms = grab == null ? null : lists.campaigns().find(grab.of());
            if (grab == null || terms == null || !grab.customerId().equals(command.customerId())) {
                return new Declined(new Rejection.NoSuchGrab(command.grabId()));
            }
            if (!isOneUnitOf(terms.sku(), command.lines())) {
                return new Declined(new Rejection.GrabNeedsItsLine(command.grabId(), terms.sku()));
            }
            special = terms.price();
        }
        return lines(command, special, lists);
    }

    private static boolean isOneUnitOf(String sku, List<RequestedLine> lines) {
        return lines.size() == 1
                && lines.getFirst().sku().equals(sku)
                && lines.getFirst().quantity() == 1;
    }

    /** @param special a campaign's price, which goes before any other; null for none */
    private static Quote lines(PlaceOrder command, @Nullable Money special, Lists lists) {
        List<OrderLine> lines = new ArrayList<>(command.lines().size());
        for (RequestedLine line : command.lines()) {
            Prices.Offer offer = lists.prices().find(line.sku());
            if (offer == null) {
                return new Declined(new Rejection.UnknownSku(line.sku()));
            }
            Money asked = line.unitPrice() == null ? offer.price() : line.unitPrice();
            lines.add(new OrderLine(line.sku(), offer.name(), line.quantity(), special == null ? asked : special));
        }
        return add(lines, command, lists.coupons());
    }

    private static Quote add(List<OrderLine> lines, PlaceOrder command, Coupons coupons) {
        String currency = lines.getFirst().unitPrice().currency();
        Money subtotal = new Money(0, currency);
        for (OrderLine line : lines) {
            if (!line.unitPrice().currency().equals(currency)) {
                return new Declined(
                        new Rejection.MixedCurrencies(currency, line.unitPrice().currency()));
            }
            try {
                subtotal = subtotal.plus(line.total());
            } catch (ArithmeticException e) {
                return new Declined(new Rejection.TotalTooLarge(line.sku()));
            }
        }
        return command.couponCode() == null
                ? total(new Priced(lines, null, subtotal), command.expectedTotal())
                : discount(lines, subtotal, command.couponCode(), command, coupons);
    }

    private static Quote discount(
            List<OrderLine> lines, Money subtotal, String code, PlaceOrder command, Coupons coupons) {
        CouponTerms terms = coupons.find(code);
        if (terms == null) {
            return new Declined(new Rejection.UnknownCoupon(code));
        }
        if (!terms.fits(subtotal.currency())) {
            return new Declined(new Rejection.CouponCurrency(code, subtotal.currency()));
        }
        Money discount = terms.discountOn(subtotal);
        Money total = subtotal.plus(discount.times(-1));
        return total(new Priced(lines, new AppliedCoupon(code, discount), total), command.expectedTotal());
    }

    private static Quote total(Priced priced, @Nullable Money expected) {
        return expected == null || expected.equals(priced.total)
                ? priced
                : new Declined(new Rejection.TotalChanged(expected, priced.total));
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
