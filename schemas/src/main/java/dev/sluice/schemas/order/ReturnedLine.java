package dev.sluice.schemas.order;

/**
 * Units of one product that go back.
 *
 * @param quantity units, 1 or more
 */
public record ReturnedLine(String sku, long quantity) {}
