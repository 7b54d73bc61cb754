package dev.sluice.edge.limits.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.settings.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GcraTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** A request passes where no stretch of time that ends with it has more than a quota and what is earned in it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void decidesAsThePlainDefinitionDoes(int seed) {
        Random random = new Random(seed);
        Quota quota = new Quota(1 + random.nextInt(12), Duration.ofSeconds(1 + random.nextInt(5)));
        long now = random.nextLong();
        Gcra gcra = new Gcra(quota, now);
        List<Long> admitted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            now += random.nextInt(10) < 6
                    ? random.nextInt(1_000)
                    : random.nextLong(quota.window().toNanos());
            long left = remaining(quota, admitted, now);

            Verdict verdict = gcra.take(now);

            assertThat(verdict.admitted()).isEqualTo(left > 0);
            if (verdict.admitted()) {
                admitted.add(now);
                assertThat(verdict.remaining()).isEqualTo(left - 1);
                assertThat(verdict.retry()).isZero();
            } else {
                assertThat(remaining(quota, admitted, now + verdict.retry())).isEqualTo(1);
                assertThat(remaining(quota, admitted, now + verdict.retry() - 1))
                        .isZero();
            }
            assertThat(remaining(quota, admitted, now + verdict.untilFull())).isEqualTo(quota.requests());
        }
    }

    @Test
    void aWholeQuotaAtOnceAndThenOneByOne() {
        Gcra gcra = new Gcra(Quota.valueOf("10/10s"), 0);

        assertThat(LongStream.range(0, 11).filter(_ -> gcra.take(0).admitted()).count())
                .isEqualTo(10);
        assertThat(gcra.take(SECOND - 1).admitted()).isFalse();
        assertThat(gcra.take(SECOND).admitted()).isTrue();
        assertThat(gcra.take(SECOND).retrySeconds()).isEqualTo(1);
    }

    /** Looks at every stretch, and counts. */
    private static long remaining(Quota quota, List<Long> admitted, long now) {
        long interval = quota.intervalMicros() * 1_000;
        long left = quota.requests();
        for (int i = 0; i < admitted.size(); i++) {
            long earned = now - admitted.get(i) + interval * quota.requests();
            left = Math.min(left, Math.floorDiv(earned, interval) - (admitted.size() - i));
        }
        return Math.max(0, left);
    }
}
