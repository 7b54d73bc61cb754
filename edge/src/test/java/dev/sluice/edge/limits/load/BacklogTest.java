package dev.sluice.edge.limits.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(100);

    @Test
    void nothingIsKnownAndSoNobodyWaits() {
        assertThat(waits()).isZero();
    }

    @Test
    void whoeverIsNearlyThereIsThere() {
        sample(0, 50, 0);
        sample(30, 150, 50);

        assertThat(waits()).isZero();
    }

    @Test
    void whileNothingMovesTheWaitIsTheAgeOfTheOldest() {
        sample(0, 1_000, 1_000);
        sample(1, 1_500, 1_000);
        sample(41, 1_500, 1_000);

        assertThat(waits()).isEqualTo(40);
    }

    @Test
    void aQueueThatGrowsIsSeenBeforeAnybodyHasWaited() {
        for (int second = 0; second <= 10; second++) {
            sample(second, 1_000L + second * 3_000L, second * 100L);
        }

        assertThat(waits()).isEqualTo((1_000 + 30_000 - 1_000) / 100);
    }

    @Test
    void afterAnOutageTheNewPaceCounts() {
        sample(0, 10_000, 0);
        sample(6, 10_000, 0);
        sample(8, 10_000, 2_000);

        assertThat(waits()).as("8,000 at 1,000 a second, and 8 s of age").isEqualTo(8);
    }

    @Test
    void itIsOverOnceItIsCarriedOut() {
        sample(0, 10_000, 0);
        sample(60, 10_000, 0);
        assertThat(waits()).isEqualTo(60);

        sample(61, 10_000, 9_950);

        assertThat(waits()).isZero();
    }

    private void sample(long second, long appended, long carriedOut) {
        backlog.add(new Backlog.Sample(Duration.ofSeconds(second).toNanos(), appended, carriedOut));
    }

    private long waits() {
        return Duration.ofNanos(backlog.estimatedWait()).toSeconds();
    }
}
