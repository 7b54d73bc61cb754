package dev.sluice.edge.limits.quota;

import dev.sluice.edge.settings.Quota;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Where it is written what all edges have granted of a quota. */
@FunctionalInterface
interface Ledger {
    /**
     * As many of the wanted requests as the quota still has. Call it on the loop, where it completes; exceptionally where the
     * ledger is away.
     */
    CompletableFuture<Grant> take(String key, Quota quota, long wanted, EventLoop loop);

    /**
     * @param granted requests
     * @param used nanoseconds of the quota's earning that all edges have spent, with what was granted
     */
    record Grant(long granted, long used) {}
}
