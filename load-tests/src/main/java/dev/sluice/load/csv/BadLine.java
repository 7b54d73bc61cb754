package dev.sluice.load.csv;

/**
 * A line that becomes no part of an order.
 *
 * @param number of the line in the file, the header being 1
 * @param invoice empty where even that cannot be read
 */
public record BadLine(long number, String invoice, String reason) {}
