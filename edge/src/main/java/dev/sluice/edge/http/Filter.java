package dev.sluice.edge.http;

/** Something that happens before a handler, instead of it or to its answer. Filters are put together in the table of routes. */
@FunctionalInterface
public interface Filter {
    /** Lets everything pass. */
    Filter NONE = next -> next;

    Handler before(Handler next);
}
