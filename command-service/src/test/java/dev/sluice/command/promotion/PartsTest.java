package dev.sluice.command.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    private final SplittableRandom random = new SplittableRandom(7);

    private long[] drawAll(long sum, int count) {
        long[] drawn = new long[count];
        Parts parts = new Parts(sum, count);
        for (int i = 0; i < count; i++) {
            drawn[i] = parts.draw(random);
            parts = parts.without(drawn[i]);
        }
        assertThat(parts).isEqualTo(Parts.NONE);
        return drawn;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "8, 7", "10000, 50", "9007199254740991, 1000", "9223372036854775807, 3"})
    void allPartsMakeTheSumAndNoneIsEmpty(long sum, int count) {
        for (int round = 0; round < 200; round++) {
            long[] drawn = drawAll(sum, count);
            assertThat(LongStream.of(drawn).reduce(0, Math::addExact)).isEqualTo(sum);
            assertThat(LongStream.of(drawn)).allMatch(part -> part > 0);
        }
    }

    @Test
    void whoComesFirstAndWhoComesLastCanExpectTheSame() {
        int count = 10;
        int rounds = 20_000;
        double[] means = new double[count];
        for (int round = 0; round < rounds; round++) {
            long[] drawn = drawAll(1_000, count);
            for (int i = 0; i < count; i++) {
                means[i] += (double) drawn[i] / rounds;
            }
        }
        assertThat(DoubleStream.of(means)).allSatisfy(mean -> assertThat(mean).isCloseTo(100, within(3.0)));
    }
}
