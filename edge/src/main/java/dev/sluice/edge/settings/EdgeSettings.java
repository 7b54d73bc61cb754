package dev.sluice.edge.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The edge itself.
 *
 * @param port 0 for any free one
 * @param loops event loops, 0 for one to each processor
 * @param idSecret from which the ids of orders are derived, the same for all edges; without it, one is kept in the home folder
 */
@ConfigurationProperties("sluice.edge")
public record EdgeSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8080") int port,
        @DefaultValue("0") int loops,
        @Nullable String idSecret,
        @DefaultValue Connections connections,
        @DefaultValue Bodies bodies,
        @DefaultValue Writes writes,
        @DefaultValue Events events,
        @DefaultValue Products products,
        @DefaultValue Versions versions) {
    private static final int SHORTEST_SECRET = 32;

    public EdgeSettings {
        Bounds.within("sluice.edge.port", port, 0, 65_535);
        Bounds.within("sluice.edge.loops", loops, 0, 256);
        if (idSecret != null && idSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "sluice.edge.id-secret must have at least " + SHORTEST_SECRET + " characters");
        }
    }

    /** @param drain how long requests under way may take when the edge is stopped */
    public record Connections(
            @DefaultValue("8KB") DataSize requestLine,
            @DefaultValue("16KB") DataSize headers,
            @DefaultValue("60s") Duration idle,
            @DefaultValue("30s") Duration bodyTime,
            @DefaultValue("30s") Duration stalled,
            @DefaultValue("2s") Duration linger,
            @DefaultValue("7s") Duration drain) {
        private static final Duration LONGEST = Duration.ofMinutes(10);

        public Connections {
            Bounds.within("sluice.edge.connections.idle", idle, Duration.ofMillis(100), LONGEST);
            Bounds.within("sluice.edge.connections.body-time", bodyTime, Duration.ofMillis(100), LONGEST);
            Bounds.within("sluice.edge.connections.stalled", stalled, Duration.ofMillis(100), LONGEST);
            Bounds.within("sluice.edge.connections.linger", linger, Duration.ZERO, Duration.ofSeconds(30));
            Bounds.within("sluice.edge.connections.drain", drain, Duration.ZERO, Duration.ofMinutes(1));
            Bounds.within("sluice.edge.connections.request-line", requestLine.toBytes(), 256, 1 << 20);
            Bounds.within("sluice.edge.connections.headers", headers.toBytes(), 256, 1 << 20);
        }
    }

    /** @param other of PUTs */
    public record Bodies(
            @DefaultValue("512KB") DataSize order,
            @DefaultValue("64KB") DataSize other) {
        public Bodies {
            Bounds.within("sluice.edge.bodies.order", order.toBytes(), 1024, 8 << 20);
            Bounds.within("sluice.edge.bodies.other", other.toBytes(), 1024, 8 << 20);
        }
    }

    /**
     * @param longestWait that {@code Prefer: wait} is granted
     * @param lease of an idempotency key that is being worked on; outlives Kafka's delivery time
     * @param remembered how long a key and an accepted id are
     */
    public record Writes(
            @DefaultValue("30s") Duration longestWait,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("24h") Duration remembered) {
        public Writes {
            Bounds.within("sluice.edge.writes.longest-wait", longestWait, Duration.ZERO, Duration.ofMinutes(5));
            Bounds.within("sluice.edge.writes.lease", lease, Duration.ofSeconds(25), Duration.ofMinutes(5));
            Bounds.within("sluice.edge.writes.remembered", remembered, Duration.ofMinutes(1), Duration.ofDays(30));
        }
    }

    /** Server-sent events. */
    public record Events(
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("10m") Duration longest) {
        public Events {
            Bounds.within("sluice.edge.events.heartbeat", heartbeat, Duration.ofMillis(100), Duration.ofMinutes(5));
            Bounds.within("sluice.edge.events.longest", longest, Duration.ofSeconds(1), Duration.ofHours(24));
        }
    }

    /** @param patience with a view that is behind what a version token demands, where the client names no wait of its own */
    public record Versions(@DefaultValue("5s") Duration patience) {
        public Versions {
            Bounds.within("sluice.edge.versions.patience", patience, Duration.ofMillis(1), Duration.ofMinutes(1));
        }
    }

    /**
     * @param fresh how long a page serves from the heap, and from caches before us
     * @param most pages in the heap
     * @param filtered whether the edge knows which SKUs exist, so that nobody is asked for others; it reads the whole view for that
     *     when it starts
     */
    public record Products(
            @DefaultValue("5s") Duration fresh,
            @DefaultValue("5000") int most,
            @DefaultValue("true") boolean filtered) {
        public Products {
            Bounds.within("sluice.edge.products.fresh", fresh, Duration.ZERO, Duration.ofMinutes(10));
            Bounds.within("sluice.edge.products.most", most, 0, 10_000_000);
        }
    }
}
