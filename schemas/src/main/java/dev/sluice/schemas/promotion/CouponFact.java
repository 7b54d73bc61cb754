package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;

/**
 * What has happened to a coupon. Facts that change a level carry both as they are afterwards: {@code locked}, orders that
 * hold it and are not settled, and {@code redeemed}, orders that have used it.
 */
public sealed interface CouponFact extends Payload {

    String code();

    /** @param version counts the puts, from 1 */
    @WireName("promotion.CouponPut.v1")
    record CouponPut(String code, CouponTerms terms, long version) implements CouponFact {}

    /** Try: one use is set aside for an order. */
    @WireName("promotion.CouponLocked.v1")
    record CouponLocked(
            String code,
            String orderId,
            String customerId,
            Money discount,
            Instant expiresAt,
            long locked,
            long redeemed)
            implements CouponFact {}

    /** Try: the order gets nothing off. */
    @WireName("promotion.CouponRefused.v1")
    record CouponRefused(String code, String orderId, Money discount, Rejection reason, Instant expiresAt)
            implements CouponFact {}

    /** Confirm: the use is spent. */
    @WireName("promotion.CouponRedeemed.v1")
    record CouponRedeemed(String code, String orderId, long locked, long redeemed) implements CouponFact {}

    /** Cancel: the use is free again. */
    @WireName("promotion.CouponUnlocked.v1")
    record CouponUnlocked(String code, String orderId, long locked, long redeemed) implements CouponFact {}

    /** Reverse: the order went back as a whole, and its use is free again. */
    @WireName("promotion.CouponRestored.v1")
    record CouponRestored(
            String code,
            String orderId,
            String returnId,
            String customerId,
            Money discount,
            Instant expiresAt,
            long locked,
            long redeemed)
            implements CouponFact {}

    /** Cancel before Try: the mark that refuses the Try. */
    @WireName("promotion.CouponBarred.v1")
    record CouponBarred(String code, String orderId, Instant expiresAt) implements CouponFact {}
}
