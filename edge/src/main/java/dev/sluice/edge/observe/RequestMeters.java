package dev.sluice.edge.observe;

import dev.sluice.edge.exchange.Exchange;
import dev.sluice.edge.exchange.Witness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times requests by route, method and status: as many meters as the table of routes has answers, whatever clients ask for. */
public final class RequestMeters implements Witness {
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final MeterRegistry meters;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    public RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Key(String method, String route, int status) {}

    @Override
    public void ended(Exchange exchange) {
        timers.computeIfAbsent(new Key(exchange.method(), exchange.route(), exchange.status()), this::timer)
                .record(exchange.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("sluice.edge.requests")
                .description("From the end of a request's head to the end of its answer")
                .tag("method", key.method)
                .tag("route", key.route)
                .tag("status", Integer.toString(key.status))
                .serviceLevelObjectives(STEPS)
                .register(meters);
    }
}
