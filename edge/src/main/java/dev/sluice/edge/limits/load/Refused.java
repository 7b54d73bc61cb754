package dev.sluice.edge.limits.load;

import dev.sluice.edge.routing.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The counters of what was refused and why. */
final class Refused {
    private Refused() {}

    static Counter counter(String reason, Traffic traffic, MeterRegistry meters) {
        return Counter.builder("sluice.edge.refused")
                .tag("reason", reason)
                .tag("traffic", traffic.text())
                .register(meters);
    }
}
