package dev.sluice.load.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.load.patience.Backoff;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void doesEverythingAndNeverTooMuchAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        Crowd.each(IntStream.range(0, 500).boxed().toList(), 8, item -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Backoff.pauseFor(Duration.ofMillis(1));
            now.decrementAndGet();
            done.incrementAndGet();
        });

        assertThat(done).hasValue(500);
        assertThat(most.get()).isBetween(2, 8);
    }

    @Test
    void theFirstFailureEndsTheOthers() {
        AtomicBoolean interrupted = new AtomicBoolean();

        assertThatThrownBy(() -> Crowd.each(IntStream.range(0, 100).boxed().toList(), 4, item -> {
                    if (item == 3) {
                        throw new IllegalArgumentException("third");
                    }
                    try {
                        Backoff.pauseFor(Duration.ofMinutes(5));
                    } catch (Backoff.Interrupted e) {
                        interrupted.set(true);
                        throw e;
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("third");
        assertThat(interrupted).isTrue();
    }
}
