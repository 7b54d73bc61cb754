package dev.sluice.edge.routing;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The stages between a connection and the routes, in the order in which requests pass them. Each is counted, and timed for some of them. */
public final class Pipeline {
    private static final int ONE_OF = 16;

    private final List<Stage> stages;
    private final MeterRegistry meters;
    private final int oneOf;

    public Pipeline(List<Stage> stages, MeterRegistry meters) {
        this(stages, meters, ONE_OF);
    }

    /** @param oneOf so many requests is timed */
    Pipeline(List<Stage> stages, MeterRegistry meters, int oneOf) {
        this.stages = List.copyOf(stages);
        this.meters = meters;
        this.oneOf = oneOf;
    }

    /** The routes' own filters and no others, unmeasured. */
    static Pipeline plain() {
        return new Pipeline(
                List.of(new Stage("form", java.time.Duration.ofMillis(1), Route::ownFilter)),
                new CompositeMeterRegistry());
    }

    /** The way to the route's handler. */
    Handler to(Route route) {
        Handler first = route.handler();
        for (Stage stage : stages.reversed()) {
            Filter filter = stage.filter().apply(route);
            if (!filter.equals(Filter.NONE)) {
                first = filter.before(passed(stage, route, first));
            }
        }
        return from(first);
    }

    /** What stands before the refusal of a request that has no route; unmeasured. */
    Filter nowhere() {
        List<Filter> filters = stages.stream()
                .map(stage -> stage.filter().apply(Route.NOWHERE))
                .toList();
        return Route.joined(filters);
    }

    private Handler from(Handler first) {
        return request -> {
            if (ThreadLocalRandom.current().nextInt(oneOf) == 0) {
                request.timed();
            }
            return first.handle(request);
        };
    }

    private Handler passed(Stage stage, Route route, Handler next) {
        StageMeter meter = new StageMeter(stage, route, meters);
        return request -> {
            if (request.isTimed()) {
                meter.passed(request.lap(), oneOf - 1);
            } else {
                meter.passed();
            }
            return next.handle(request);
        };
    }
}
