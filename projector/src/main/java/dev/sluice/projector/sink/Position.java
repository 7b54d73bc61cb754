package dev.sluice.projector.sink;

/**
 * How far a store has come with a partition, to be moved on.
 *
 * @param from the offset that the store is believed to lack first
 * @param to the one that it lacks first from now on
 */
public record Position(int partition, long from, long to) {}
