package dev.sluice.edge.products;

/** What is known of a product. */
sealed interface Finding {

    record Fresh(Page page) implements Finding {}

    /** Redis could not be asked; this is what we knew so many seconds ago. */
    record Stale(Page page, long age) implements Finding {}

    record Absent() implements Finding {}

    /** Redis is away or not filled, and we never knew. */
    record Unknown() implements Finding {}
}
