package dev.sluice.edge.limits.quota;

import dev.sluice.edge.settings.Quota;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Asks Redis for each request: one round trip, and no request too many or too few over all edges. */
final class ExactLimit implements Limit {
    private final String key;
    private final Quota quota;
    private final Ledger ledger;
    private final Alone alone;

    ExactLimit(String key, Quota quota, Ledger ledger, Alone alone) {
        this.key = key;
        this.quota = quota;
        this.ledger = ledger;
        this.alone = alone;
    }

    @Override
    public CompletableFuture<Verdict> ask(EventLoop loop) {
        if (!alone.asksRedis()) {
            return alone.decided();
        }
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        var _ = ledger.take(key, quota, 1, loop).whenComplete((grant, failure) -> {
            if (failure == null) {
                alone.redisAnswered();
                verdict.complete(Verdict.of(quota, grant.used(), grant.granted() > 0));
            } else if (!verdict.isDone()) {
                alone.redisFailed();
                verdict.complete(alone.decide());
            }
        });
        if (!verdict.isDone()) {
            alone.insteadOf(verdict, loop);
        }
        return verdict;
    }
}
