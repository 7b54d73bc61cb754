package dev.sluice.schemas.promotion;

import dev.sluice.schemas.money.Money;
import java.time.Instant;

/**
 * What a red envelope holds: a sum in so many parts of random size, one a customer.
 *
 * @param parts at most as many as the sum has minor units: none is empty
 * @param opensAt the first instant at which parts can be drawn
 * @param closesAt the first instant at which they no longer can; what is left then goes back to the shop
 */
public record EnvelopeTerms(Money total, long parts, Instant opensAt, Instant closesAt) {

    public EnvelopeTerms {
        if (parts < 1 || parts > total.amount()) {
            throw new IllegalArgumentException(total + " cannot be " + parts + " parts");
        }
    }
}
