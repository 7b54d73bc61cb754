package dev.sluice.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void oneIsDueWheneverTheStreamPassesAnInterval() {
        assertThat(Snapshots.isDue(0, 998, 1)).isFalse();
        assertThat(Snapshots.isDue(998, 999, 1)).isTrue();
        assertThat(Snapshots.isDue(990, 1_010, 1)).isTrue();
        assertThat(Snapshots.isDue(1_000, 1_001, 1)).isFalse();
    }

    @Test
    void anAggregateThatHasMoreToRememberIsRememberedLessOften() {
        int snapshots = 0;
        for (long event = 0; event < 1_000_000; event++) {
            snapshots += Snapshots.isDue(event, event, 20_000) ? 1 : 0;
        }
        assertThat(snapshots).isBetween(1_000_000 / 40_000, 1_000_000 / 20_000);
    }
}
