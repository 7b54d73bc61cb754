package dev.sluice.edge.limits.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.settings.Quota;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two edges and a ledger that answers when the test says so. */
class LeasedLimitTest {
    private static final Quota QUOTA = Quota.valueOf("100/3600s");

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ArrayDeque<Runnable> replies = new ArrayDeque<>();
    private final List<CompletableFuture<Verdict>> asked = new ArrayList<>();
    private final Breaker breaker = new Breaker();
    private final LeasedLimit one = edge();
    private final LeasedLimit other = edge();
    private long now;
    private long granted;
    private int calls;
    private boolean away;

    LeasedLimitTest() {
        channel.freezeTime();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allEdgesTogetherGrantAQuotaAndLeaveLittleOfIt(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> ask(one);
                case 1 -> ask(other);
                default -> answer();
            }
        }
        while (!replies.isEmpty()) {
            answer();
        }

        assertThat(asked).allSatisfy(verdict -> assertThat(verdict).isDone());
        assertThat(admitted()).isBetween(100L - 2 * 5, 100L);
        assertThat(calls).as("round trips").isLessThan(60);
    }

    @Test
    void whatIsRefusedIsRefusedWithoutARoundTrip() {
        granted = 100;
        ask(one);
        answer();
        int before = calls;

        IntStream.range(0, 10).forEach(_ -> ask(one));

        assertThat(calls).isEqualTo(before);
        assertThat(admitted()).isZero();
        assertThat(asked)
                .extracting(verdict -> verdict.resultNow().retrySeconds())
                .containsOnly(36L);
    }

    @Test
    void nobodyWaitsLongerThanThePatience() {
        ask(one);
        ask(one);
        assertThat(asked).noneMatch(CompletableFuture::isDone);

        pass(Duration.ofMillis(4));
        ask(other);

        assertThat(asked).as("the third does not even ask").allMatch(CompletableFuture::isDone);
        assertThat(admitted()).isEqualTo(3);
    }

    @Test
    void whileTheLedgerIsAwayAnEdgeGrantsItsShareAndOneInASecondTries() {
        away = true;
        IntStream.range(0, 80).forEach(_ -> ask(one));
        assertThat(admitted()).isEqualTo(50);
        assertThat(calls).isEqualTo(1);

        pass(Duration.ofSeconds(1));
        IntStream.range(0, 10).forEach(_ -> ask(one));
        assertThat(calls).isEqualTo(2);

        away = false;
        pass(Duration.ofSeconds(1));
        ask(one);
        answer();
        ask(one);
        answer();
        assertThat(admitted()).as("the ledger decides again").isEqualTo(52);
    }

    @Test
    void aLeaseThatIsNotSpentLapses() {
        IntStream.range(0, 8).forEach(_ -> {
            ask(one);
            answer();
        });
        long leased = granted;

        pass(Duration.ofSeconds(2));
        ask(one);

        assertThat(asked.getLast()).isNotDone();
        answer();
        assertThat(granted).isGreaterThan(leased);
        assertThat(asked.getLast().resultNow().admitted()).isTrue();
    }

    private void ask(LeasedLimit limit) {
        asked.add(limit.ask(channel.eventLoop()));
    }

    private void answer() {
        if (!replies.isEmpty()) {
            replies.remove().run();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private long admitted() {
        return asked.stream()
                .filter(CompletableFuture::isDone)
                .filter(verdict -> verdict.resultNow().admitted())
                .count();
    }

    private LeasedLimit edge() {
        Alone alone =
                new Alone(breaker, new Gcra(Quota.valueOf("50/3600s"), now), Duration.ofMillis(4), () -> now, () -> {});
        return new LeasedLimit("key", QUOTA, this::take, alone);
    }

    private CompletableFuture<Ledger.Grant> take(String key, Quota quota, long wanted, EventLoop loop) {
        calls++;
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        CompletableFuture<Ledger.Grant> grant = new CompletableFuture<>();
        replies.add(() -> {
            long some = Math.min(wanted, quota.requests() - granted);
            granted += some;
            grant.complete(new Ledger.Grant(some, granted * quota.intervalMicros() * 1_000));
        });
        return grant;
    }
}
