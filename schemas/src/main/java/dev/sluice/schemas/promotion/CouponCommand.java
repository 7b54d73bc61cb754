package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;

/** What is asked of a coupon, besides the verbs of {@link dev.sluice.schemas.tcc.BranchCommand}. */
public sealed interface CouponCommand extends Payload {

    String code();

    /** Issue the coupon, or replace its terms; what was used counts on. */
    @WireName("promotion.PutCoupon.v1")
    record PutCoupon(String operationId, String code, CouponTerms terms) implements CouponCommand {}
}
