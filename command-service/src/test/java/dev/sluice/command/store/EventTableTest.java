package dev.sluice.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTableTest {

    @Test
    void readsAheadAllOfTheUsualStream() {
        assertThat(EventTable.perStream(1)).isEqualTo(1_000);
        assertThat(EventTable.perStream(60)).isEqualTo(1_000);
        assertThat(EventTable.perStream(1_500)).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500, 1_500, 10_000})
    void neverReadsAheadMoreThanMemoryHasRoomFor(int streams) {
        assertThat((long) streams * EventTable.perStream(streams)).isLessThanOrEqualTo(60_000);
    }

    @Test
    void copesWithNoStreamAtAll() {
        assertThat(EventTable.perStream(0)).isPositive();
    }
}
