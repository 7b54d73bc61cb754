package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. HEAD takes the route of GET. */
public final class Router {
    private final List<Route> routes;
    private final Filter nowhere;
    /** By how many segments they have, and which the first is. */
    private final Map<Key, List<Pattern>> patterns;

    /** With nothing before the routes but their own filters. */
    public Router(List<Route> routes) {
        this(routes, Pipeline.plain());
    }

    public Router(List<Route> routes, Pipeline pipeline) {
        this.routes = List.copyOf(routes);
        this.nowhere = pipeline.nowhere();
        this.patterns = routes.stream()
                .map(route -> Pattern.of(route, pipeline.to(route)))
                .collect(Collectors.groupingBy(Pattern::key));
    }

    /**
     * @param handler the way to the route's own
     * @param parameters what stands in place of each {@code {name}}
     */
    public record Match(Route route, Handler handler, Map<String, String> parameters) {}

    public List<Route> routes() {
        return routes;
    }

    /** Throws a {@link Refusal}: 404 where no route has this path, 405 where one has, but not by this method. */
    public Match match(HttpMethod method, String target) {
        String[] segments = Path.segments(target);
        HttpMethod wanted = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        List<Pattern> candidates = candidates(segments);
        for (Pattern pattern : candidates) {
            Map<String, String> parameters = pattern.route().method().equals(wanted) ? pattern.match(segments) : null;
            if (parameters != null) {
                return new Match(pattern.route(), pattern.handler(), parameters);
            }
        }
        SortedSet<String> others = candidates.stream()
                .filter(pattern -> pattern.match(segments) != null)
                .map(pattern -> pattern.route().method().name())
                .collect(Collectors.toCollection(TreeSet::new));
        throw others.isEmpty() ? notFound() : notAllowed(method, others);
    }

    /** Those that begin with a parameter are for paths that no other begins like. */
    private List<Pattern> candidates(String[] segments) {
        List<Pattern> alike = patterns.get(Key.of(segments));
        return alike == null ? patterns.getOrDefault(Key.anyOf(segments.length), List.of()) : alike;
    }

    /** A match for a request that matches nothing: its answer is the refusal, after the stages that hold for it too. */
    public Match refused(Refusal refusal) {
        Handler refusing = _ -> {
            throw refusal;
        };
        return new Match(Route.NOWHERE, nowhere.before(refusing), Map.of());
    }

    /** A match whose answer is the refusal, without any stage. */
    public static Match turnedAway(Refusal refusal) {
        return new Match(
                Route.NOWHERE,
                _ -> {
                    throw refusal;
                },
                Map.of());
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

    private record Key(int segments, String first) {
        private static final String ANY = "{}";

        static Key of(String[] segments) {
            return new Key(segments.length, segments.length > 1 ? segments[1] : "");
        }

        static Key anyOf(int segments) {
            return new Key(segments, ANY);
        }
    }

    /** @param names of the parameters, null in place of what must be as in {@code segments} */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Pattern(
            Route route,
            Handler handler,
            String[] segments,
            @Nullable String[] names) {

        static Pattern of(Route route, Handler handler) {
            String[] segments = route.pattern().split("/", -1);
            @Nullable String[] names = new String[segments.length];
            for (int i = 0; i < segments.length; i++) {
                String segment = segments[i];
                names[i] = segment.startsWith("{") ? segment.substring(1, segment.length() - 1) : null;
            }
            return new Pattern(route, handler, segments, names);
        }

        Key key() {
            return names.length > 1 && names[1] != null ? Key.anyOf(names.length) : Key.of(segments);
        }

        @Nullable
        Map<String, String> match(String[] path) {
            Map<String, String> parameters = Map.of();
            for (int i = 0; i < segments.length; i++) {
                String name = names[i];
                if (name != null && !path[i].isEmpty()) {
                    parameters = parameters.isEmpty() ? Map.of(name, path[i]) : plus(parameters, name, path[i]);
                } else if (!segments[i].equals(path[i])) {
                    return null;
                }
            }
            return parameters;
        }

        private static Map<String, String> plus(Map<String, String> some, String name, String value) {
            Map<String, String> more = new HashMap<>(some);
            more.put(name, value);
            return Map.copyOf(more);
        }
    }
}
