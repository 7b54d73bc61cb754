package dev.sluice.control;

import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.view.ViewLag;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How far behind each view is, as the projectors tell it once a second. Where they fall silent, a view may have stood still
 * since, so the silence is added.
 */
public final class Lags {
    /** The response header that says it, an item of a structured field (RFC 9651). */
    public static final String HEADER = "Sluice-Lag";

    private static final long SILENCE = Duration.ofSeconds(3).toNanos();
    /** A header is made no more often than that, however many ask. */
    private static final long KEPT = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanos;
    private final Map<Place, Map<String, Heard>> heard = new ConcurrentHashMap<>();
    private final Map<Place, Made> made = new ConcurrentHashMap<>();

    private record Place(String projection, String store) {}

    private record Heard(ViewLag lag, long at) {}

    private record Made(String header, long at) {}

    /** @param nanos a clock that never goes back */
    Lags(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void hear(ViewLag lag) {
        heard.computeIfAbsent(new Place(lag.projection(), lag.store()), _ -> new ConcurrentHashMap<>())
                .put(lag.instance(), new Heard(lag, nanos.getAsLong()));
    }

    /** For example {@code order-status;store=redis;ms=35;events=2}; without numbers where no projector was heard yet. */
    public String header(Projection projection, String store) {
        Place place = new Place(projection.id(), store);
        long now = nanos.getAsLong();
        Made known = made.get(place);
        if (known != null && now - known.at() < KEPT) {
            return known.header();
        }
        String header = header(place, now);
        made.put(place, new Made(header, now));
        return header;
    }

    private String header(Place place, long now) {
        Map<String, Heard> told = heard.getOrDefault(place, Map.of());
        String name = place.projection() + ";store=" + place.store();
        return told.isEmpty() ? name : name + numbers(told.values(), now);
    }

    /** Each projector knows the partitions that it has, and all of them how many events wait. */
    private static String numbers(Collection<Heard> told, long now) {
        long newest = told.stream().mapToLong(Heard::at).max().orElse(now);
        long silence =
                now - newest < SILENCE ? 0 : Duration.ofNanos(now - newest).toMillis();
        long ms = 0;
        long events = 0;
        for (Heard one : told) {
            if (newest - one.at() < SILENCE) {
                ms = Math.max(ms, one.lag().ms());
                events = Math.max(events, one.lag().events());
            }
        }
        return ";ms=" + (ms + silence) + ";events=" + events;
    }
}
