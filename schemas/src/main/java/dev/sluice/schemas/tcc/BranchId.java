package dev.sluice.schemas.tcc;

/**
 * One branch of one order's checkout.
 *
 * @param key the participant's aggregate: a SKU, a customer or a coupon
 */
public record BranchId(Participant participant, String key) {}
