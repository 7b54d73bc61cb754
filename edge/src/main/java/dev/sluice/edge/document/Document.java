package dev.sluice.edge.document;

/**
 * A view as it is stored.
 *
 * @param version the offset of the view record behind the term of its generation, which orders what came by different ways
 */
public record Document(long version, String json) {}
