package dev.sluice.edge.limits.quota;

import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Reply;
import dev.sluice.edge.redis.Script;
import dev.sluice.edge.settings.Quota;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** GCRA in Redis, by Redis's clock: what is granted to all edges together is never more than the quota. */
final class RedisLedger implements Ledger {
    /** Keeps the microsecond at which the quota is whole again, and forgets it then. Doubles hold those exactly. */
    private static final Script SCRIPT = Script.of("""
            local interval, span, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local used = math.max(0, tonumber(redis.call('GET', KEYS[1]) or 0) - now)
            local granted = math.max(0, math.min(wanted, math.floor((span - used) / interval)))
            if granted > 0 then
              used = used + granted * interval
              redis.call('SET', KEYS[1], string.format('%.0f', now + used), 'PX', math.ceil(used / 1000))
            end
            return {granted, used}
            """);

    private final Redis redis;

    RedisLedger(Redis redis) {
        this.redis = redis;
    }

    @Override
    public CompletableFuture<Grant> take(String key, Quota quota, long wanted, EventLoop loop) {
        long interval = quota.intervalMicros();
        return redis.run(
                        loop,
                        SCRIPT,
                        "1",
                        key,
                        Long.toString(interval),
                        Long.toString(interval * quota.requests()),
                        Long.toString(wanted))
                .thenApply(reply -> grant(reply.many()));
    }

    private static Grant grant(List<Reply> reply) {
        return new Grant(reply.get(0).number(), reply.get(1).number() * 1_000);
    }
}
