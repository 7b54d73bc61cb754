package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import io.netty.handler.codec.http.HttpMethod;

/**
 * One line of the table of routes.
 *
 * @param pattern a path such as {@code /orders/{id}/events}; {@code {name}} takes one segment
 * @param bodyLimit in bytes; a longer body is refused before it is read
 */
public record Route(HttpMethod method, String pattern, int bodyLimit, Handler handler) {
    /** Bodies that mean nothing are read and dropped up to here. */
    static final int STRAY_BODY = 8 * 1024;

    /** The filters run in the order given. */
    public static Route get(String pattern, Handler handler, Filter... filters) {
        return new Route(HttpMethod.GET, pattern, STRAY_BODY, behind(handler, filters));
    }

    public static Route post(String pattern, int bodyLimit, Handler handler, Filter... filters) {
        return new Route(HttpMethod.POST, pattern, bodyLimit, behind(handler, filters));
    }

    public static Route put(String pattern, int bodyLimit, Handler handler, Filter... filters) {
        return new Route(HttpMethod.PUT, pattern, bodyLimit, behind(handler, filters));
    }

    Route behind(Filter filter) {
        return new Route(method, pattern, bodyLimit, filter.before(handler));
    }

    private static Handler behind(Handler handler, Filter... filters) {
        Handler first = handler;
        for (int i = filters.length - 1; i >= 0; i--) {
            first = filters[i].before(first);
        }
        return first;
    }
}
