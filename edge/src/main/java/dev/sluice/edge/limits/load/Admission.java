package dev.sluice.edge.limits.load;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Traffic;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.function.Supplier;

/** Refuses new orders, and nothing else, while those that are accepted already would keep them waiting for too long. */
public final class Admission {
    private static final long LONGEST_RETRY = 60;

    private final Supplier<Duration> wait;
    private final Duration longest;
    private final MeterRegistry meters;

    /**
     * @param wait what a new order must expect
     * @param longest that it may
     */
    public Admission(Supplier<Duration> wait, Duration longest, MeterRegistry meters) {
        this.wait = wait;
        this.longest = longest;
        this.meters = meters;
    }

    /** For the route's class. */
    public Filter on(Route route) {
        if (route.traffic() != Traffic.ORDERS) {
            return Filter.NONE;
        }
        var refused = Refused.counter("lag", route.traffic(), meters);
        return next -> request -> {
            Duration expected = wait.get();
            if (expected.compareTo(longest) > 0) {
                refused.increment();
                throw behind(expected);
            }
            return next.handle(request);
        };
    }

    private Refusal behind(Duration expected) {
        long retry = Math.clamp(expected.minus(longest).toSeconds() + 1, 1, LONGEST_RETRY);
        return Refusal.of(
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        "write-side-behind",
                        "Too many orders are waiting",
                        "A new order would wait for about " + expected.toSeconds()
                                + " s, so none is taken. Try again in " + retry + " s, with the same Idempotency-Key.")
                .with(HttpHeaderNames.RETRY_AFTER, retry);
    }
}
