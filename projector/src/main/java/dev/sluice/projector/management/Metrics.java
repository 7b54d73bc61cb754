package dev.sluice.projector.management;

import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.projector.management.ProjectionStatus.SinkStatus;
import dev.sluice.projector.management.ProjectionStatus.State;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far behind the views are and whether they move, in Prometheus's text format. Made anew at each scrape, since generations come
 * and go; where Kafka does not answer nobody knows, and there is nothing to see of them.
 */
final class Metrics {
    static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private static final double MILLIS = 1_000;

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Measure> measures = List.of(
            measure(
                    "sluice.projection.lag",
                    "seconds",
                    "How far what the store shows is behind the log",
                    way -> way.sink.lagMillis() / MILLIS),
            measure(
                    "sluice.projection.behind",
                    "records",
                    "Records that the topology and the store have before them, at most",
                    way -> (double) way.projection.lag() + way.sink.lag()),
            measure(
                    "sluice.projection.rejected",
                    "records",
                    "Records that could not be used, since the process started",
                    way -> (double) way.projection.rejected() + way.sink.rejected()),
            measure(
                    "sluice.projection.still",
                    null,
                    "1 where it has not moved for a while although there is something to read",
                    way -> way.is(State.DEGRADED) ? 1 : 0),
            measure(
                    "sluice.projection.down",
                    null,
                    "1 where it cannot do its work",
                    way -> way.is(State.DOWN) ? 1 : 0));

    Metrics() {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
    }

    /** The way of a projection into a store. */
    private record Way(ProjectionStatus projection, SinkStatus sink) {
        boolean is(State state) {
            return projection.state() == state || sink.state() == state;
        }

        Tags tags() {
            return Tags.of(
                    "projection",
                    projection.name(),
                    "generation",
                    Integer.toString(projection.generation()),
                    "role",
                    projection.role().name(),
                    "store",
                    sink.store());
        }
    }

    private record Measure(MultiGauge gauges, ToDoubleFunction<Way> value) {
        void show(List<Way> ways) {
            gauges.register(
                    ways.stream()
                            .map(way -> Row.of(way.tags(), value.applyAsDouble(way)))
                            .toList(),
                    true);
        }
    }

    private Measure measure(String name, @Nullable String unit, String tells, ToDoubleFunction<Way> value) {
        return new Measure(
                MultiGauge.builder(name).baseUnit(unit).description(tells).register(meters), value);
    }

    synchronized String scrape(Health health) {
        List<Way> ways = new ArrayList<>();
        try {
            health.projections()
                    .forEach(projection -> projection.sinks().forEach(sink -> ways.add(new Way(projection, sink))));
        } catch (LogUnreachable _) {
            ways.clear();
        }
        measures.forEach(measure -> measure.show(ways));
        return meters.scrape(FORMAT);
    }
}
