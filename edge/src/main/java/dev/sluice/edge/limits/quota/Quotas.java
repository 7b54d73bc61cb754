package dev.sluice.edge.limits.quota;

import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.settings.LimitSettings;
import dev.sluice.edge.settings.Quota;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Makes limits, wherever they are kept. */
public final class Quotas {
    private final LimitSettings settings;
    private final Ledger ledger;
    private final LongSupplier clock;
    private final Breaker breaker = new Breaker();
    private final Counter alone;

    /** @param clock nanoseconds */
    public Quotas(LimitSettings settings, Redis redis, LongSupplier clock, MeterRegistry meters) {
        this.settings = settings;
        this.ledger = new RedisLedger(redis);
        this.clock = clock;
        this.alone = Counter.builder("sluice.edge.limits.alone")
                .description("Decisions on shared quotas without Redis")
                .register(meters);
    }

    /** @param key of the quota, the same for all edges */
    public Limit of(String key, Quota quota, LimitSettings.Mode mode) {
        return switch (mode) {
            case LOCAL -> local(quota);
            case LEASED -> new LeasedLimit(key, quota, ledger, alone(quota));
            case EXACT -> new ExactLimit(key, quota, ledger, alone(quota));
        };
    }

    private Limit local(Quota quota) {
        Gcra gcra = new Gcra(quota, clock.getAsLong());
        return _ -> CompletableFuture.completedFuture(gcra.take(clock.getAsLong()));
    }

    private Alone alone(Quota whole) {
        long part = Math.max(1, Math.round(whole.requests() * settings.shareAlone()));
        Gcra share = new Gcra(new Quota(part, whole.window()), clock.getAsLong());
        return new Alone(breaker, share, settings.redisPatience(), clock, alone::increment);
    }
}
