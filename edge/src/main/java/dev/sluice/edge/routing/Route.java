package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/**
 * One line of the table of routes.
 *
 * @param pattern a path such as {@code /orders/{id}/events}; {@code {name}} takes one segment
 * @param bodyLimit in bytes; a longer body is refused before it is read
 * @param traffic whose limits it shares
 * @param filters of its own, in the order in which they run
 */
public record Route(
        HttpMethod method, String pattern, int bodyLimit, Traffic traffic, Handler handler, List<Filter> filters) {
    /** Bodies that mean nothing are read and dropped up to here. */
    static final int STRAY_BODY = 8 * 1024;
    /** Stands for the lack of a route. */
    static final Route NOWHERE = get("", _ -> {
        throw new IllegalStateException("nothing is here");
    });

    public static Route get(String pattern, Handler handler, Filter... filters) {
        return new Route(HttpMethod.GET, pattern, STRAY_BODY, Traffic.READS, handler, List.of(filters));
    }

    public static Route post(String pattern, int bodyLimit, Handler handler, Filter... filters) {
        return new Route(HttpMethod.POST, pattern, bodyLimit, Traffic.WRITES, handler, List.of(filters));
    }

    public static Route put(String pattern, int bodyLimit, Handler handler, Filter... filters) {
        return new Route(HttpMethod.PUT, pattern, bodyLimit, Traffic.WRITES, handler, List.of(filters));
    }

    /** The same route in another class than that of its method. */
    public Route as(Traffic other) {
        return new Route(method, pattern, bodyLimit, other, handler, filters);
    }

    /** Its own filters as one. */
    public Filter ownFilter() {
        return filters.isEmpty() ? Filter.NONE : joined(filters);
    }

    static Filter joined(List<Filter> filters) {
        return last -> {
            Handler first = last;
            for (Filter filter : filters.reversed()) {
                first = filter.before(first);
            }
            return first;
        };
    }
}
