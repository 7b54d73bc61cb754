package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. HEAD takes the route of GET. */
public final class Router {
    private final List<Route> routes;
    private final Function<String, Filter> first;
    private final Map<Integer, List<Pattern>> bySegments;

    public Router(List<Route> routes) {
        this(routes, _ -> next -> next);
    }

    /** @param first by a route's pattern, what stands before its own filters; by "", before the refusal of what has no route */
    public Router(List<Route> routes, Function<String, Filter> first) {
        this.first = first;
        this.routes = routes.stream()
                .map(route -> route.behind(first.apply(route.pattern())))
                .toList();
        this.bySegments =
                this.routes.stream().map(Pattern::new).collect(Collectors.groupingBy(p -> p.segments().length));
    }

    /** @param parameters what stands in place of each {@code {name}} */
    public record Match(Route route, Map<String, String> parameters) {}

    public List<Route> routes() {
        return routes;
    }

    /** Throws a {@link Refusal}: 404 where no route has this path, 405 where one has, but not by this method. */
    public Match match(HttpMethod method, String target) {
        String[] segments = Path.segments(target);
        HttpMethod wanted = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        SortedSet<String> others = new TreeSet<>();
        for (Pattern pattern : bySegments.getOrDefault(segments.length, List.of())) {
            Map<String, String> parameters = pattern.match(segments);
            if (parameters == null) {
                continue;
            }
            if (pattern.route().method().equals(wanted)) {
                return new Match(pattern.route(), parameters);
            }
            others.add(pattern.route().method().name());
        }
        throw others.isEmpty() ? notFound() : notAllowed(method, others);
    }

    /** A match for a request that matches nothing: its answer is the refusal. */
    public Match refused(Refusal refusal) {
        Route route = new Route(HttpMethod.GET, "", 0, _ -> {
            throw refusal;
        });
        return new Match(route.behind(first.apply("")), Map.of());
    }

    private static Refusal notFound() {
        return Refusal.notFound("There is nothing at this path. GET / lists what there is.");
    }

    private static Refusal notAllowed(HttpMethod method, SortedSet<String> others) {
        if (others.contains("GET")) {
            others.add("HEAD");
        }
        String allowed = String.join(", ", others);
        return Refusal.of(
                        HttpResponseStatus.METHOD_NOT_ALLOWED,
                        "This path does not know " + method.name() + "; it takes " + allowed + ".")
                .with(HttpHeaderNames.ALLOW, allowed);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Pattern(Route route, String[] segments) {
        Pattern(Route route) {
            this(route, route.pattern().split("/", -1));
        }

        @Nullable
        Map<String, String> match(String[] path) {
            Map<String, String> parameters = Map.of();
            for (int i = 0; i < segments.length; i++) {
                String segment = segments[i];
                if (segment.startsWith("{") && !path[i].isEmpty()) {
                    String name = segment.substring(1, segment.length() - 1);
                    parameters = parameters.isEmpty() ? Map.of(name, path[i]) : plus(parameters, name, path[i]);
                } else if (!segment.equals(path[i])) {
                    return null;
                }
            }
            return parameters;
        }

        private static Map<String, String> plus(Map<String, String> some, String name, String value) {
            Map<String, String> more = new java.util.HashMap<>(some);
            more.put(name, value);
            return Map.copyOf(more);
        }
    }
}
