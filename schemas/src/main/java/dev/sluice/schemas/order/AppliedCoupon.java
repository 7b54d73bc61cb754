package dev.sluice.schemas.order;

import dev.sluice.schemas.money.Money;

/**
 * A coupon as an order uses it.
 *
 * @param discount what it takes off the lines' total
 */
public record AppliedCoupon(String code, Money discount) {}
