package dev.sluice.edge.operations;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CouponTerms;
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

    /** Throws a {@link dev.sluice.edge.http.Refusal} for what no schema can say. */
    CouponTerms terms() {
        Period valid = Period.of("/validFrom", validFrom, "/validUntil", validUntil);
        if (amountOff != null && minimum != null && !amountOff.currency().equals(minimum.currency())) {
            throw Period.flaw("/minimum/currency", "must be the currency of amountOff, " + amountOff.currency());
        }
        return new CouponTerms(percent, amountOff, minimum, valid.from(), valid.until(), perCustomer, total);
    }
}
