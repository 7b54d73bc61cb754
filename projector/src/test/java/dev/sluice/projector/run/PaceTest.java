package dev.sluice.projector.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();
    private final AtomicBoolean through = new AtomicBoolean();

    @Test
    void withoutALimitNobodyWaits() {
        take(1_000_000);

        awaitThrough();
    }

    @Test
    void recordsTakeAsLongAsTheyShould() {
        pace.atMost(1_000);
        long begun = System.nanoTime();
        pace.take(100);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whoWaitsSeesAHigherLimitAtOnce() {
        pace.atMost(1);
        take(100);
        assertThat(through).isFalse();
        pace.atMost(0);

        awaitThrough();
    }

    @Test
    void whoWaitsIsLetGoToBeStopped() {
        pace.atMost(1);
        take(100);
        pace.release();

        awaitThrough();
    }

    @Test
    void givingWayCostsAWhileAndNotForEver() {
        pace.yielding(true);
        take(1);
        assertThat(through).isFalse();

        awaitThrough();
    }

    private void take(int records) {
        Thread.ofVirtual().start(() -> {
            pace.take(records);
            through.set(true);
        });
    }

    private void awaitThrough() {
        await().atMost(Duration.ofSeconds(10)).untilTrue(through);
    }
}
