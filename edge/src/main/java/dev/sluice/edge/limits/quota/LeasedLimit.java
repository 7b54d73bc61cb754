package dev.sluice.edge.limits.quota;

import dev.sluice.edge.settings.Quota;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Spends requests that Redis has leased to this edge, so that most decisions are made here, and fetches the next lease before
 * the last is spent. Leases grow with use, up to a twentieth of the quota, which bounds what lies unused with one edge while
 * another could do with it. What is refused is refused here too until the next request is earned.
 */
final class LeasedLimit implements Limit {
    private static final long LIFE = Duration.ofSeconds(1).toNanos();
    private static final long QUICK = Duration.ofMillis(100).toNanos();
    private static final long SLOW = Duration.ofMillis(400).toNanos();
    private static final int LARGEST_SHARE = 20;
    private static final int MOST_WAITING = 10_000;

    private final String key;
    private final Quota quota;
    private final Ledger ledger;
    private final Alone alone;
    private final ArrayDeque<CompletableFuture<Verdict>> waiting = new ArrayDeque<>();
    private boolean asking;
    private long size = 1;
    private long askedAt;
    private long held;
    private long grantedAt;
    private long used;
    private boolean exhausted;

    LeasedLimit(String key, Quota quota, Ledger ledger, Alone alone) {
        this.key = key;
        this.quota = quota;
        this.ledger = ledger;
        this.alone = alone;
        this.askedAt = alone.now() - SLOW;
    }

    @Override
    public CompletableFuture<Verdict> ask(EventLoop loop) {
        CompletableFuture<Verdict> answer;
        long wanted;
        synchronized (this) {
            answer = new CompletableFuture<>();
            wanted = begin(answer, alone.now());
        }
        if (wanted > 0) {
            lease(wanted, loop);
        }
        if (!answer.isDone()) {
            alone.insteadOf(answer, loop);
        }
        return answer;
    }

    /** Answers where that can be done at once, and says how many requests must be leased: 0 for none. */
    private long begin(CompletableFuture<Verdict> answer, long now) {
        if (held > 0 && now - grantedAt < LIFE) {
            held--;
            answer.complete(standing(now, true));
            return held < size / 4 && !asking && alone.asksRedis() ? nextLease(now) : 0;
        }
        held = 0;
        Verdict standing = standing(now, false);
        if (exhausted && standing.remaining() == 0) {
            answer.complete(standing);
            return 0;
        }
        if (waiting.size() >= MOST_WAITING || !alone.asksRedis()) {
            answer.complete(alone.decide());
            return 0;
        }
        waiting.add(answer);
        return asking ? 0 : nextLease(now);
    }

    private long nextLease(long now) {
        long since = now - askedAt;
        if (since < QUICK) {
            size = Math.min(size * 2, Math.max(1, quota.requests() / LARGEST_SHARE));
        } else if (since > SLOW) {
            size = Math.max(1, size / 2);
        }
        askedAt = now;
        asking = true;
        return Math.max(size, waiting.size());
    }

    private void lease(long wanted, EventLoop loop) {
        var _ = ledger.take(key, quota, wanted, loop).whenComplete((grant, failure) -> {
            if (failure == null) {
                alone.redisAnswered();
                granted(grant, loop);
            } else {
                failed();
            }
        });
    }

    private void granted(Ledger.Grant grant, EventLoop loop) {
        List<Runnable> answers = new ArrayList<>();
        long more;
        synchronized (this) {
            more = share(grant, alone.now(), answers);
        }
        answers.forEach(Runnable::run);
        if (more > 0) {
            lease(more, loop);
        }
    }

    /** Serves those who wait, and says how many requests must be leased for the rest of them. */
    private long share(Ledger.Grant grant, long now, List<Runnable> answers) {
        asking = false;
        held = grant.granted() + (now - grantedAt < LIFE ? held : 0);
        grantedAt = now;
        used = grant.used();
        exhausted = standing(now, false).remaining() <= held;
        while (!waiting.isEmpty()) {
            if (held == 0 && !exhausted) {
                return nextLease(now);
            }
            CompletableFuture<Verdict> first = waiting.remove();
            if (!first.isDone()) {
                boolean admitted = held > 0;
                held -= admitted ? 1 : 0;
                Verdict verdict = standing(now, admitted);
                answers.add(() -> first.complete(verdict));
            }
        }
        return 0;
    }

    private void failed() {
        alone.redisFailed();
        List<CompletableFuture<Verdict>> left;
        synchronized (this) {
            asking = false;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.stream().filter(answer -> !answer.isDone()).forEach(answer -> answer.complete(alone.decide()));
    }

    /** How the client stands by what Redis told last, and what it has earned since; what is leased but not spent is its own. */
    private Verdict standing(long now, boolean admitted) {
        long spent = used - Math.max(0, now - grantedAt) - held * quota.intervalMicros() * 1_000;
        return Verdict.of(quota, Math.max(0, spent), admitted);
    }
}
