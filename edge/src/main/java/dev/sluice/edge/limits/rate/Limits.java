package dev.sluice.edge.limits.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.edge.limits.quota.Limit;
import dev.sluice.edge.limits.quota.Quotas;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.LimitSettings;
import dev.sluice.edge.settings.LimitSettings.Rates;
import dev.sluice.edge.settings.Quota;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The limits of all clients that asked lately, so many and no more. */
public final class Limits {
    /** No window is longer; a limit that was not asked for so long is whole again. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Cache<Client, Limit> limits;
    private final Map<Traffic, Rates> rates = new EnumMap<>(Traffic.class);
    private final Quotas quotas;

    public Limits(LimitSettings settings, Quotas quotas) {
        this.quotas = quotas;
        this.limits = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(settings.clients())
                .expireAfterAccess(FORGOTTEN)
                .build();
        for (Traffic traffic : Traffic.values()) {
            rates.put(traffic, settings.of(traffic));
        }
    }

    Limit of(Client client) {
        return limits.get(
                client,
                _ -> quotas.of(client.key(), quota(client), rates(client).mode()));
    }

    Quota quota(Client client) {
        Rates given = rates(client);
        return switch (client.standing()) {
            case ANONYMOUS -> given.anonymous();
            case KNOWN -> given.known();
            case TRUSTED -> given.trusted();
        };
    }

    private Rates rates(Client client) {
        return Objects.requireNonNull(rates.get(client.traffic()));
    }
}
