package dev.sluice.schemas.promotion;

/**
 * A row of {@code sluice_promotion.coupons} as {@code cdc.promotion.coupons} carries it.
 *
 * @param terms {@link CouponTerms} as JSON
 * @param version counts the row's changes, from 1
 */
public record CouponRow(String code, String terms, long version) {}
