package dev.sluice.schemas.promotion;

import dev.sluice.schemas.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off an order, and for whom. It takes a share or an amount, never both.
 *
 * @param percent of the lines' total, 1 to 100; null where an amount is taken off
 * @param amountOff at most the lines' total; null where a share is taken off
 * @param minimum that the lines must come to; null for any order
 * @param validFrom the first instant at which it can be used
 * @param validUntil the first instant at which it no longer can
 * @param perCustomer orders that one customer can use it for, counted while there is such a limit; null for any number
 * @param total orders that it can be used for; null for any number
 */
public record CouponTerms(
        @Nullable Integer percent,
        @Nullable Money amountOff,
        @Nullable Money minimum,
        Instant validFrom,
        Instant validUntil,
        @Nullable Long perCustomer,
        @Nullable Long total) {

    private static final int ALL = 100;

    /** Throws IllegalArgumentException for terms that the edge would never let through. */
    public CouponTerms {
        if ((percent == null) == (amountOff == null)) {
            throw new IllegalArgumentException("a coupon takes off either a share or an amount");
        }
        if (percent != null && (percent < 1 || percent > ALL)) {
            throw new IllegalArgumentException("a coupon takes off 1 to 100 percent, not " + percent);
        }
    }

    /** Whether its amounts are in this currency; a share alone fits any. */
    public boolean fits(String currency) {
        return (amountOff == null || amountOff.currency().equals(currency))
                && (minimum == null || minimum.currency().equals(currency));
    }

    /** What it takes off lines of this total: a share is rounded down to the minor unit. To be asked only where it fits. */
    public Money discountOn(Money subtotal) {
        if (amountOff != null) {
            return new Money(Math.min(amountOff.amount(), subtotal.amount()), subtotal.currency());
        }
        long off = BigInteger.valueOf(subtotal.amount())
                .multiply(BigInteger.valueOf(percent == null ? 0 : percent))
                .divide(BigInteger.valueOf(ALL))
                .longValueExact();
        return new Money(off, subtotal.currency());
    }
}
