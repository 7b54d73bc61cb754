package dev.sluice.edge.settings;

import dev.sluice.edge.routing.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the edge takes from whom.
 *
 * @param trusted networks whose addresses are not limited, and whose clients without a token count as staff: by default this
 *     machine, from where proxies and load tests come
 * @param proxies networks whose {@code Forwarded} and {@code X-Forwarded-For} are believed; none by default
 * @param clients whose limits are remembered
 * @param redisPatience how long a request waits for Redis; milliseconds
 * @param shareAlone the part of each shared quota that an edge grants by itself while Redis is away
 * @param rates by class; what is left out keeps its default
 */
@ConfigurationProperties("sluice.edge.limits")
public record LimitSettings(
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> trusted,
        @DefaultValue List<String> proxies,
        @DefaultValue("100000") int clients,
        @DefaultValue("4ms") Duration redisPatience,
        @DefaultValue("0.5") double shareAlone,
        @DefaultValue Address address,
        @DefaultValue Map<Traffic, Given> rates) {
    private static final Quota PLENTY = Quota.valueOf("1000000/10s");

    public LimitSettings {
        trusted = List.copyOf(trusted);
        proxies = List.copyOf(proxies);
        Bounds.within("sluice.edge.limits.clients", clients, 1_000, 10_000_000);
        Bounds.within("sluice.edge.limits.redis-patience", redisPatience, Duration.ofMillis(1), Duration.ofSeconds(1));
        Bounds.within("sluice.edge.limits.share-alone", shareAlone, 0.001, 1.0);
        rates = Map.copyOf(rates);
    }

    /** What holds for the class: what is given, and the defaults for the rest. */
    public Rates of(Traffic traffic) {
        Rates usual = usual(traffic);
        Given given = rates.get(traffic);
        return given == null
                ? usual
                : new Rates(
                        Objects.requireNonNullElse(given.anonymous, usual.anonymous),
                        Objects.requireNonNullElse(given.known, usual.known),
                        Objects.requireNonNullElse(given.trusted, usual.trusted),
                        Objects.requireNonNullElse(given.mode, usual.mode));
    }

    private static Rates usual(Traffic traffic) {
        return switch (traffic) {
            case PAGES -> usual("2000/10s", "2000/10s");
            case SEARCHES -> usual("300/10s", "600/10s");
            case READS -> usual("300/10s", "3000/10s");
            case STREAMS, ORDERS, WRITES -> usual("100/10s", "300/10s");
            // A crowd asks once each: to lease a quota for every one of them would cost as much again as the attempt
            // itself.
            case GRABS -> new Rates(Quota.valueOf("100/10s"), Quota.valueOf("50/10s"), PLENTY, Mode.LOCAL);
            case UNLIMITED -> new Rates(PLENTY, PLENTY, PLENTY, Mode.LOCAL);
        };
    }

    private static Rates usual(String anonymous, String known) {
        return new Rates(Quota.valueOf(anonymous), Quota.valueOf(known), PLENTY, Mode.LEASED);
    }

    /**
     * Before anything else is looked at, and for an address that is not trusted; IPv6 addresses of one /64 count as one.
     *
     * @param connections open at the same time from an address
     * @param total open at the same time from all; the system's limit on open files must allow it
     */
    public record Address(
            @DefaultValue("256") int connections,
            @DefaultValue("20000") int total,
            @DefaultValue("5000/10s") Quota requests) {
        public Address {
            Bounds.within("sluice.edge.limits.address.connections", connections, 1, 1_000_000);
            Bounds.within("sluice.edge.limits.address.total", total, 1, 1_000_000);
        }
    }

    /** Where a quota is kept. */
    public enum Mode {
        /** In this edge alone. */
        LOCAL,
        /** Shared through Redis, in parts that are leased to each edge. */
        LEASED,
        /** In Redis, which is asked for each request. */
        EXACT
    }

    /** What is configured of {@link Rates}. */
    public record Given(
            @Nullable Quota anonymous,
            @Nullable Quota known,
            @Nullable Quota trusted,
            @Nullable Mode mode) {}

    /**
     * The quotas of a class of routes.
     *
     * @param anonymous for an address
     * @param known for the subject of a token
     * @param trusted for staff and importers
     */
    public record Rates(Quota anonymous, Quota known, Quota trusted, Mode mode) {}
}
