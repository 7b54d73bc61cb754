package dev.sluice.schemas.tcc;

/**
 * One branch of one order's checkout.
 *
 * @param key the participant's aggregate: a SKU or a customer
 */
public record BranchId(Participant participant, String key) {}
