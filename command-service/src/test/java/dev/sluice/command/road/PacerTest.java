package dev.sluice.command.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(5);
    private final Pacer pacer = new Pacer(100, now::get);

    @Test
    void placesAreAnIntervalApart() {
        assertThat(pacer.reserve()).isZero();
        assertThat(pacer.reserve()).isEqualTo(10 * MILLISECOND);
        assertThat(pacer.reserve()).isEqualTo(20 * MILLISECOND);
        assertThat(pacer.ahead()).isEqualTo(30 * MILLISECOND);
    }

    @Test
    void whoComesLateTakesNothingFromThoseThatFollow() {
        pacer.reserve();
        pacer.reserve();
        now.addAndGet(13 * MILLISECOND);
        assertThat(pacer.reserve()).isEqualTo(7 * MILLISECOND);
    }

    @Test
    void anIdleTimeIsNotSaved() {
        pacer.reserve();
        now.addAndGet(1_000 * MILLISECOND);
        assertThat(pacer.ahead()).isNegative();
        assertThat(pacer.reserve()).isZero();
        assertThat(pacer.reserve()).isEqualTo(10 * MILLISECOND);
    }

    @Test
    void zeroIsNoLimit() {
        Pacer free = new Pacer(0, now::get);
        assertThat(free.reserve()).isZero();
        assertThat(free.reserve()).isZero();
        assertThat(free.ahead()).isZero();
    }

    @Test
    void operatorsChangeTheRateAndGiveItBack() {
        pacer.limit(1_000);
        assertThat(pacer.reserve()).isZero();
        assertThat(pacer.reserve()).isEqualTo(MILLISECOND);
        pacer.limit(0);
        assertThat(pacer.reserve()).isEqualTo(2 * MILLISECOND);
        assertThat(pacer.reserve()).isEqualTo(12 * MILLISECOND);
    }

    @Test
    void whoeverStopsDoesNotWait() {
        pacer.reserve();
        assertThat(pacer.await(() -> true)).isFalse();
    }
}
