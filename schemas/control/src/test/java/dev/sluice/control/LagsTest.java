package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.view.ViewLag;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagsTest {
    private final AtomicLong now = new AtomicLong();
    private final Lags lags = new Lags(now::get);

    @Test
    void nothingIsSaidOfNumbersThatNobodyTold() {
        assertThat(header()).isEqualTo("order-status;store=redis");
    }

    @Test
    void itSaysWhatTheProjectorTold() {
        tell("one", 35, 2);

        assertThat(header()).isEqualTo("order-status;store=redis;ms=35;events=2");
        assertThat(lags.header(Projection.ORDER_STATUS, "elasticsearch")).isEqualTo("order-status;store=elasticsearch");
    }

    @Test
    void ofSeveralProjectorsTheSlowestCounts() {
        tell("one", 35, 2);
        tell("other", 700, 2);

        assertThat(header()).isEqualTo("order-status;store=redis;ms=700;events=2");
    }

    @Test
    void oneThatIsGoneIsForgottenOnceAnotherSpeaks() {
        tell("gone", 700, 9);
        pass(Duration.ofSeconds(4));
        tell("other", 35, 0);

        assertThat(header()).isEqualTo("order-status;store=redis;ms=35;events=0");
    }

    @Test
    void silenceIsAddedForTheViewMayStandStill() {
        tell("one", 35, 2);
        pass(Duration.ofSeconds(10));

        assertThat(header()).isEqualTo("order-status;store=redis;ms=10035;events=2");
    }

    private void tell(String instance, long ms, long events) {
        lags.hear(new ViewLag("order-status", "redis", 1, ms, events, instance));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private String header() {
        return lags.header(Projection.ORDER_STATUS, "redis");
    }
}
