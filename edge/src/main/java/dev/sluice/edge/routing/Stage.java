package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import java.time.Duration;
import java.util.function.Function;

/**
 * A place that requests pass on their way to their route.
 *
 * @param budget what it may cost of processor and waiting, in all but rare cases; its meter counts how many kept to it
 * @param filter what a route has there; {@link Filter#NONE} for nothing
 */
public record Stage(String name, Duration budget, Function<Route, Filter> filter) {}
