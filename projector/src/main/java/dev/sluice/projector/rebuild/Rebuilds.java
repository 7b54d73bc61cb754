package dev.sluice.projector.rebuild;

import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.generation.ControlLog;
import dev.sluice.projector.generation.NotNow;
import dev.sluice.projector.generation.Transitions;
import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.projector.log.View;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators may do about the generations of a projection. Each throws {@link NotNow} or {@link LogUnreachable}. */
public final class Rebuilds {
    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(2);

    private final LiveGenerations generations;
    private final ControlLog control;
    private final Builds builds;
    private final Clock clock;

    public Rebuilds(LiveGenerations generations, ControlLog control, Builds builds, Clock clock) {
        this.generations = generations;
        this.control = control;
        this.builds = builds;
        this.clock = clock;
    }

    /** @param factsPerSecond what it may read at most; 0 for as fast as it goes */
    public Generations begin(Projection projection, int factsPerSecond, String by) {
        return change(projection, by, to -> to.begin(factsPerSecond, projection.shape()));
    }

    /** Throws IllegalArgumentException where {@code from} is no {@link StartingPoint}. */
    public Generations beginScratch(Projection projection, String name, String from, int factsPerSecond, String by) {
        var _ = StartingPoint.parse(from);
        return change(projection, by, to -> to.beginScratch(name, from, factsPerSecond, projection.shape()));
    }

    public Generations dropScratch(Projection projection, String name, String by) {
        return change(projection, by, to -> to.dropScratch(name));
    }

    public Generations pause(Projection projection, boolean paused, String by) {
        return change(projection, by, to -> to.pause(paused));
    }

    public Generations throttle(Projection projection, int factsPerSecond, String by) {
        return change(projection, by, to -> to.throttle(factsPerSecond));
    }

    public Generations cancel(Projection projection, String by) {
        return change(projection, by, Transitions::cancel);
    }

    /** @param force also where it is not known to hold the same */
    public Generations swap(Projection projection, boolean force, String by) {
        Generations now = generations.of(projection);
        if (now == null) {
            throw new NotNow("Kafka has not told yet which generations there are: try again.");
        }
        if (now.building() > 0 && !force && !builds.isReady(new View(projection, now.building()))) {
            throw new NotNow("Generation " + now.building()
                    + " has not caught up, or is not known to hold the same as the live one: GET /admin/projections says more."
                    + " With {\"force\":true} it becomes live all the same.");
        }
        return change(projection, by, to -> to.swap(now.building()));
    }

    public Generations rollBack(Projection projection, String by) {
        return change(projection, by, Transitions::rollBack);
    }

    private Generations change(Projection projection, String by, Function<Transitions, Generations> what) {
        Generations next = control.change(projection, now -> what.apply(new Transitions(now, clock.instant(), by)));
        log.info("{} has made it so: {}", by, next);
        long begun = System.nanoTime();
        while (!next.equals(generations.of(projection)) && System.nanoTime() - begun < PATIENCE.toNanos()) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        return next;
    }
}
