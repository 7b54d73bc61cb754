package dev.sluice.edge.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void leavesAServiceAloneOfWhichHalfTheRequestsFail() {
        Breaker breaker = new Breaker("it", LONG);
        for (int i = 0; i < 10; i++) {
            assertThat(breaker.admits()).isTrue();
            breaker.watch(CompletableFuture.completedFuture("fine"));
            assertThat(breaker.admits()).isTrue();
            breaker.watch(CompletableFuture.failedFuture(new ConnectException()));
        }

        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void bearsSomeFailures() {
        Breaker breaker = new Breaker("it", LONG);
        for (int i = 0; i < 100; i++) {
            assertThat(breaker.admits()).isTrue();
            breaker.watch(
                    i % 3 == 0
                            ? CompletableFuture.failedFuture(new ConnectException())
                            : CompletableFuture.completedFuture("fine"));
        }
    }

    @Test
    void clientsThatGoSayNothingOfTheService() {
        Breaker breaker = new Breaker("it", LONG);
        for (int i = 0; i < 100; i++) {
            assertThat(breaker.admits()).isTrue();
            CompletableFuture<String> asked = new CompletableFuture<>();
            breaker.watch(asked);
            asked.cancel(true);
        }
    }

    @Test
    void triesItAgainWithAFewRequestsAndThenLetsAllThrough() {
        Breaker breaker = new Breaker("it", Duration.ofMillis(20));
        for (int i = 0; i < 20; i++) {
            assertThat(breaker.admits()).isTrue();
            breaker.watch(CompletableFuture.failedFuture(new ConnectException()));
        }
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(breaker::admits);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        for (int i = 0; i < 3; i++) {
            breaker.watch(CompletableFuture.completedFuture("fine"));
        }

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }
}
