package dev.sluice.projector.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.lag.Progress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final TopicPartition PARTITION = new TopicPartition("facts", 0);

    private final Meter meter = new Meter();

    @Test
    void itCountsFromWhereTheLogBegins() {
        look(1, 150);

        assertThat(meter.done()).isEqualTo(50);
        assertThat(meter.total()).isEqualTo(100_000);
        assertThat(meter.secondsLeft()).isZero();
    }

    @Test
    void afterAWhileItKnowsHowFastItIsAndHowLongItTakes() {
        for (int second = 1; second <= 31; second++) {
            look(second, 100 + (second - 1) * 1_000);
        }

        assertThat(meter.perSecond()).isCloseTo(1_000, Percentage.withPercentage(1));
        assertThat(meter.secondsLeft()).isCloseTo(70, Percentage.withPercentage(2));
    }

    @Test
    void whatStandsStillHasNoTimeLeftToTell() {
        look(1, 100);
        look(2, 1_100);
        for (int second = 3; second <= 60; second++) {
            look(second, 1_100);
        }

        assertThat(meter.perSecond()).isZero();
        assertThat(meter.secondsLeft()).isZero();
    }

    private void look(long second, long next) {
        meter.look(
                new Progress(Map.of(PARTITION, 100L), Map.of(PARTITION, next), Map.of(PARTITION, 100_100L)),
                TimeUnit.SECONDS.toNanos(second));
    }
}
