package dev.sluice.edge.http;

/** Something that happens before a handler, instead of it or to its answer. Filters are put together in the table of routes. */
@FunctionalInterface
public interface Filter {
    Handler before(Handler next);
}
