package dev.sluice.load.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Stall stall = new Stall(Duration.ofSeconds(10), nanos::get);

    @Test
    void isOverOnlyWhenNothingMovesForTheWholeLimit() {
        pass(9);
        stall.moved();
        pass(10);
        assertThat(stall.isOver()).isFalse();
        assertThatCode(() -> stall.check("an order")).doesNotThrowAnyException();
        pass(1);
        assertThat(stall.isOver()).isTrue();
        assertThatThrownBy(() -> stall.check("an order"))
                .isInstanceOf(Stalled.class)
                .hasMessage("nothing has moved for 10 s while waiting for an order");
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
