package dev.sluice.edge.operations;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CouponTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /admin/coupons/{code}}, as {@code put-coupon.schema.json} describes it. */
public record CouponBody(
        @Nullable Integer percent,
        @Nullable Money amountOff,
        @Nullable Money minimum,
        String validFrom,
        String validUntil,
        @Nullable Long perCustomer,
        @Nullable Long total) {

    /** Throws a {@link Refusal} for what no schema can say. */
    CouponTerms terms() {
        Instant from = instant("/validFrom", validFrom);
        Instant until = instant("/validUntil", validUntil);
        if (!from.isBefore(until)) {
            throw flaw("/validUntil", "must be after validFrom, " + validFrom);
        }
        if (amountOff != null && minimum != null && !amountOff.currency().equals(minimum.currency())) {
            throw flaw("/minimum/currency", "must be the currency of amountOff, " + amountOff.currency());
        }
        return new CouponTerms(percent, amountOff, minimum, from, until, perCustomer, total);
    }

    private static Instant instant(String place, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw flaw(place, "must be a date and time that exist, such as 2026-12-01T00:00:00Z, not " + text);
        }
    }

    private static Refusal flaw(String place, String mend) {
        return Refusal.malformed(
                "The body does not fit; errors says where and how to mend it.", List.of(new Problem.Flaw(place, mend)));
    }
}
