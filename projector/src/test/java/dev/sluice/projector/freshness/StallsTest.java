package dev.sluice.projector.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.lag.Lag;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallsTest {
    private final Stalls stalls = new Stalls(Duration.ofSeconds(10));

    @Test
    void whatHasNotMovedForLongStandsStillUntilItMoves() {
        stalls.look("group", still(9));
        assertThat(stalls.isStill("group")).isFalse();

        stalls.look("group", still(10));
        assertThat(stalls.isStill("group")).isTrue();
        assertThat(stalls.isStill("other")).isFalse();

        stalls.look("group", still(0));
        assertThat(stalls.isStill("group")).isFalse();
    }

    private static Lag still(long seconds) {
        return new Lag(3, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
    }
}
