package dev.sluice.command.quote;

import dev.sluice.schemas.promotion.CouponTerms;
import org.jspecify.annotations.Nullable;

/** Ordering's own list of coupons, by which it prices; whether one can be used is the coupon's to say. */
@FunctionalInterface
public interface Coupons {

    Coupons NONE = _ -> null;

    /** The terms of a coupon, or null for a code that is none. */
    @Nullable
    CouponTerms find(String code);
}
