package dev.sluice.edge.settings;

import dev.sluice.edge.routing.Traffic;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the edge takes in all, whoever asks.
 *
 * @param rooms by class; what is left out keeps its default
 */
@ConfigurationProperties("sluice.edge.load")
public record LoadSettings(
        @DefaultValue Map<Traffic, Given> rooms,
        @DefaultValue Lag lag) {
    private static final Duration HELD_BACK = Duration.ofMillis(250);

    public LoadSettings {
        rooms = Map.copyOf(rooms);
    }

    /** What holds for the class: what is given, and the defaults for the rest. */
    public Room of(Traffic traffic) {
        Room usual = usual(traffic);
        Given given = rooms.get(traffic);
        return given == null
                ? usual
                : new Room(
                        Objects.requireNonNullElse(given.atOnce, usual.atOnce),
                        Objects.requireNonNullElse(given.adaptive, usual.adaptive),
                        given.pace == null ? usual.pace : given.pace,
                        Objects.requireNonNullElse(given.heldBack, usual.heldBack));
    }

    private static Room usual(Traffic traffic) {
        return switch (traffic) {
            case PAGES, READS, STREAMS, ORDERS, GRABS, WRITES, UNLIMITED -> new Room(20_000, false, null, HELD_BACK);
            case SEARCHES -> new Room(64, true, Quota.valueOf("2000/1s"), HELD_BACK);
        };
    }

    /** What is configured of a {@link Room}. */
    public record Given(
            @Nullable Integer atOnce,
            @Nullable Boolean adaptive,
            @Nullable Quota pace,
            @Nullable Duration heldBack) {}

    /**
     * @param atOnce requests under way, which last until their answer ends: with {@code Prefer: wait} and on streams that is long
     * @param adaptive whether fewer are let in while answers take longer than they did
     * @param pace at which requests are let through evenly, where they are
     * @param heldBack how long a request may be for that
     */
    public record Room(
            int atOnce, boolean adaptive, @Nullable Quota pace, Duration heldBack) {
        public Room {
            Bounds.within("sluice.edge.load.rooms.*.at-once", atOnce, 1, 1_000_000);
            Bounds.within("sluice.edge.load.rooms.*.held-back", heldBack, Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    /**
     * When new orders are refused.
     *
     * @param longest that an order may have to wait until it is decided on
     * @param ignored so many commands are no backlog
     */
    public record Lag(
            @DefaultValue("2m") Duration longest,
            @DefaultValue("1000") long ignored) {
        public Lag {
            Bounds.within("sluice.edge.load.lag.longest", longest, Duration.ofSeconds(1), Duration.ofMinutes(5));
            Bounds.within("sluice.edge.load.lag.ignored", ignored, 0, 1_000_000);
        }
    }
}
