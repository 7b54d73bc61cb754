package dev.sluice.edge.query;

import dev.sluice.edge.http.Causes;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Leaves a service alone that failed again and again, and tries it now and then with a few requests. So those who ask meanwhile
 * hear at once what they would wait seconds for, and whoever restarts it is not met by all of them. Blocks nobody.
 */
final class Breaker {
    /** Of so many requests, so many percent must fail. */
    private static final int LOOKED_AT = 20;

    private static final int TOO_MANY = 50;
    private static final int PROBES = 3;

    private final CircuitBreaker circuit;

    /** @param rest how long it is left alone before it is tried again */
    Breaker(String name, Duration rest) {
        circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(LOOKED_AT)
                        .failureRateThreshold(TOO_MANY)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitDurationInOpenState(rest)
                        .build());
    }

    /** Whether it may be asked; who asks then must {@link #watch} what comes of it. */
    boolean admits() {
        return circuit.tryAcquirePermission();
    }

    /** A client that has gone says nothing of the service. */
    void watch(CompletableFuture<?> asked) {
        long since = circuit.getCurrentTimestamp();
        var _ = asked.whenComplete((_, failure) -> {
            long took = circuit.getCurrentTimestamp() - since;
            switch (failure == null ? null : Causes.of(failure)) {
                case null -> circuit.onSuccess(took, circuit.getTimestampUnit());
                case CancellationException _ -> circuit.releasePermission();
                case Throwable other -> circuit.onError(took, circuit.getTimestampUnit(), other);
            }
        });
    }
}
