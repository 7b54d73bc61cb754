package dev.sluice.load.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2010-12-01T08:26:00");

    @Test
    void keepsTheIntervalsDividedByTheSpeed() {
        long start = System.nanoTime();
        Pace pace = new Pace(600);

        pace.await(BEGIN);
        pace.await(BEGIN.plusMinutes(1));
        pace.await(BEGIN.plusMinutes(3));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void withoutASpeedNothingWaits() {
        Pace pace = new Pace(0);

        pace.await(BEGIN);
        pace.await(BEGIN.plusYears(1));
    }
}
