package dev.sluice.edge.grabs;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Script;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.view.Projection;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Lets no more customers try for a place than there are places, in one round trip to Redis. It may let too many pass, after
 * Redis was lost for example, and too few for a while: the context of promotions grants, and counts exactly.
 */
final class Turnstile {
    private static final Script ENTER = Script.named("enter");
    private static final Script EXTEND = Script.named("extend");
    private static final Script RETURN = Script.named("return");

    /** Until Kafka has the grab: as long as an idempotency key is leased. */
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Until the place is granted: by then it is, or never will be. */
    static final Duration TICKET = Duration.ofMinutes(5);

    private final Redis redis;
    private final LiveGenerations generations;

    Turnstile(Redis redis, LiveGenerations generations) {
        this.redis = redis;
        this.generations = generations;
    }

    sealed interface Passage {
        /** A place is set aside. */
        record Lent(Loan loan) implements Passage {}

        /** The customer has a place, or is about to have one. */
        record Held() implements Passage {}

        record Full() implements Passage {}

        /** Redis does not say that it holds all views. */
        record Unknown() implements Passage {}
    }

    /**
     * A place that is set aside.
     *
     * @param takers the Redis key of those who have one
     * @param until as Redis keeps it; where that is something else by now, the loan is over
     */
    record Loan(String takers, String customerId, String until) {}

    /** Fails with {@link dev.sluice.edge.redis.RedisAway}. */
    CompletableFuture<Passage> enter(GrabId grab, long places, EventLoop loop) {
        Live live = generations.live(Projection.GRABS);
        if (live == null) {
            return CompletableFuture.completedFuture(new Passage.Unknown());
        }
        String takers = Projection.GRABS.redisTakers(live.generation(), grab.of());
        return redis.run(
                        loop,
                        ENTER,
                        "2",
                        Projection.REDIS_EPOCH,
                        takers,
                        grab.customerId(),
                        Long.toString(places),
                        Long.toString(LEASE.toMillis()))
                .thenApply(reply -> passage(String.valueOf(reply.text()), takers, grab.customerId()));
    }

    private static Passage passage(String said, String takers, String customerId) {
        return switch (said) {
            case "UNKNOWN" -> new Passage.Unknown();
            case "HELD" -> new Passage.Held();
            case "FULL" -> new Passage.Full();
            default -> new Passage.Lent(new Loan(takers, customerId, said));
        };
    }

    /** Kafka has the grab: the place is set aside until it is granted. The loan as it is now. */
    CompletableFuture<Loan> extend(Loan loan, EventLoop loop) {
        return redis.run(
                        loop,
                        EXTEND,
                        "1",
                        loan.takers(),
                        loan.customerId(),
                        loan.until(),
                        Long.toString(TICKET.toMillis()))
                .thenApply(reply -> new Loan(loan.takers(), loan.customerId(), String.valueOf(reply.text())));
    }

    /** The grab was refused: the place is there for others. Where Redis is away, it is so by itself after a while. */
    void giveBack(Loan loan, EventLoop loop) {
        var _ = redis.run(loop, RETURN, "1", loan.takers(), loan.customerId(), loan.until());
    }
}
