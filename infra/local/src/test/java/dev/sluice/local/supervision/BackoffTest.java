package dev.sluice.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void growsUpToHalfAMinuteForOneThatKeepsDyingYoung() {
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
        backoff.ran(Duration.ofSeconds(59));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(200));
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void forgivesOneThatLivedLong() {
        backoff.next();
        backoff.next();

        backoff.ran(Duration.ofSeconds(61));

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
    }
}
