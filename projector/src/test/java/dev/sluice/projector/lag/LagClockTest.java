package dev.sluice.projector.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagClockTest {
    private static final TopicPartition PARTITION = new TopicPartition("facts", 0);

    private final LagClock clock = new LagClock(0);

    @Test
    void whatHasReadAllIsNotBehindHoweverOldItIs() {
        assertThat(at(0, 5, 5)).isEqualTo(Lag.NONE);
        assertThat(at(90, 5, 5)).isEqualTo(Lag.NONE);
    }

    @Test
    void theAgeIsTheTimeSinceTheLogEndedWhereTheGroupIs() {
        at(0, 0, 0);
        at(1, 0, 10);
        at(2, 0, 20);

        Lag lag = at(3, 10, 30);

        assertThat(lag.events()).isEqualTo(20);
        assertThat(lag.age()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anEndThatStaysIsAsYoungAsItWasLastSeen() {
        at(0, 10, 10);
        at(60, 10, 10);

        assertThat(at(61, 10, 11).age()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMovesDoesNotStandStillHoweverFarItIsBehind() {
        at(0, 0, 1_000);
        at(10, 1, 2_000);

        assertThat(at(11, 2, 3_000).still()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatDoesNotMoveStandsStillOnlyWhileThereIsSomethingToRead() {
        at(0, 5, 5);
        at(100, 5, 5);
        at(101, 5, 6);

        assertThat(at(111, 5, 7).still()).isEqualTo(Duration.ofSeconds(11));
        assertThat(at(112, 7, 7).still()).isEqualTo(Duration.ZERO);
    }

    @Test
    void anHoursBacklogCostsABoundedMemoryAndIsNeverShownYounger() {
        for (int second = 0; second <= 3_600; second++) {
            at(second, 0, second);
        }

        assertThat(at(3_601, 300, 3_601).age()).isBetween(Duration.ofSeconds(3_301), Duration.ofSeconds(3_302));
        assertThat(at(3_602, 3_000, 3_602).age()).isGreaterThanOrEqualTo(Duration.ofSeconds(602));
    }

    private Lag at(long second, long next, long end) {
        Progress progress = new Progress(Map.of(PARTITION, 0L), Map.of(PARTITION, next), Map.of(PARTITION, end));
        return clock.observe(progress, TimeUnit.SECONDS.toNanos(second));
    }
}
