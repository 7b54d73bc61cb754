package dev.sluice.edge.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often a stage was passed on the way to a route, how long that took, and how often longer than its budget. Every request passes
 * several, and a look at the clock costs as much as some of them: one of so many is timed and stands for the others.
 */
final class StageMeter {
    private final long budget;
    private final LongAdder passed = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder late = new LongAdder();

    StageMeter(Stage stage, Route route, MeterRegistry meters) {
        this.budget = stage.budget().toNanos();
        Tags tags = Tags.of("filter", stage.name(), "method", route.method().name(), "route", route.pattern());
        FunctionTimer.builder(
                        "sluice.edge.filter", this, it -> it.passed.sum(), it -> it.nanos.sum(), TimeUnit.NANOSECONDS)
                .description("Time in a filter, of requests that passed it")
                .tags(tags)
                .register(meters);
        FunctionCounter.builder("sluice.edge.filter.late", this, it -> it.late.sum())
                .description("Of these, those that took longer than the filter's budget of "
                        + stage.budget().toNanos() / 1_000 + " us")
                .tags(tags)
                .register(meters);
    }

    void passed() {
        passed.increment();
    }

    /** @param others how many more than itself the one that was timed stands for */
    void passed(long took, int others) {
        passed.increment();
        nanos.add(took * (1L + others));
        if (took > budget) {
            late.add(1L + others);
        }
    }
}
