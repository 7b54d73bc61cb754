package dev.sluice.schemas.tcc;

import dev.sluice.schemas.money.Money;

/**
 * What a branch is about, for participants whose rules look at more than an amount.
 *
 * @param subtotal what the order's lines come to
 */
public record Purchase(String customerId, Money subtotal) {}
