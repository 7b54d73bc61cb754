package dev.sluice.edge.switches;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.control.Switch;
import dev.sluice.schemas.message.Json;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The switches as the {@code control} topic has them, and the filter that they are. While none refuses anything, a request
 * costs one look at an empty map.
 */
public final class Switches {
    private static final Logger LOG = LoggerFactory.getLogger(Switches.class);

    /** Where nobody knows when it ends. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final SortedMap<String, List<String>> routes = new ConcurrentSkipListMap<>();
    private final Map<String, Switch> all = new ConcurrentHashMap<>();
    private volatile Map<String, Switch> refusing = Map.of();

    public Switches(Clock clock) {
        this.clock = clock;
    }

    /** Refuses the requests of a route with 503 while one of its switches says so. */
    public Filter before(HttpMethod method, String pattern) {
        List<String> names = Names.of(method, pattern);
        if (names.isEmpty()) {
            return Filter.NONE;
        }
        String route = method.name() + " " + pattern;
        names.forEach(name -> routes.merge(name, List.of(route), Switches::both));
        return next -> request -> {
            Map<String, Switch> some = refusing;
            if (!some.isEmpty()) {
                check(names, some);
            }
            return next.handle(request);
        };
    }

    private static List<String> both(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private void check(List<String> names, Map<String, Switch> some) {
        Instant now = clock.instant();
        for (String name : names) {
            Switch found = some.get(name);
            if (found != null && found.refusesAt(now)) {
                throw refusal(found, now);
            }
        }
    }

    /** The reason is the operators' own business. */
    private static Refusal refusal(Switch found, Instant now) {
        Instant until = found.until();
        Duration wait = until == null ? AGAIN : Duration.between(now, until).plusMillis(999);
        return Refusal.of(
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        "switched-off",
                        "Switched off",
                        "This was switched off by an operator (" + found.name() + ")"
                                + (until == null ? ", for as long as it takes." : " until " + until + "."))
                .with(HttpHeaderNames.RETRY_AFTER, Math.max(1, wait.toSeconds()));
    }

    /** The names, and the routes that each refuses. */
    SortedMap<String, List<String>> routes() {
        return routes;
    }

    Optional<Switch> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    boolean refuses(String name) {
        Switch found = refusing.get(name);
        return found != null && found.refusesAt(clock.instant());
    }

    /** @param document null where the switch was taken back */
    public void seen(String key, long version, byte @Nullable [] document) {
        try {
            if (document == null) {
                all.values().removeIf(one -> one.key().equals(key));
            } else {
                Switch changed = Json.MAPPER.readValue(document, Switch.class);
                all.put(changed.name(), changed);
                LOG.info("{}", changed);
            }
        } catch (JacksonException e) {
            LOG.error("{} in the control topic cannot be read, so it changes nothing: {}", key, e.getOriginalMessage());
            return;
        }
        refusing = all.values().stream()
                .filter(Switch::refuse)
                .collect(Collectors.toUnmodifiableMap(Switch::name, one -> one));
    }
}
