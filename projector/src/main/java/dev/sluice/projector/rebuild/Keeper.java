package dev.sluice.projector.rebuild;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.generation.ControlLog;
import dev.sluice.projector.generation.Transitions;
import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.pipeline.Pipeline;
import dev.sluice.projector.pipeline.Pipelines;
import dev.sluice.projector.run.Gait;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.sink.StoreUnavailable;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Generations.Scratch;
import dev.sluice.schemas.view.Projection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what runs is what the control topic says: starts and stops generations, paces the ones that are being built,
 * has them compared when they have caught up, and deletes the retired. It keeps nothing itself, so any projector may do it, and a
 * restarted one goes on.
 */
public final class Keeper {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    /** So that every projector has stopped what is going to be deleted. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** A rebuild gives way while the slowest live view is that far behind, in milliseconds. */
    private static final long CROWDED = 1_500;

    private static final String SELF = "projector";

    private final LiveGenerations generations;
    private final Pipelines pipelines;
    private final LogEnds logEnds;
    private final Freshness freshness;
    private final Builds builds;
    private final Removal removal;
    private final ControlLog control;
    private final StateDirectory state;
    private final Consumer<List<Live>> mirror;
    private final Clock clock;
    private final Duration keepPrevious;
    private final Lock looking = new ReentrantLock();
    private final Set<View> removing = ConcurrentHashMap.newKeySet();

    public Keeper(
            LiveGenerations generations,
            Pipelines pipelines,
            LogEnds logEnds,
            Freshness freshness,
            Builds builds,
            Removal removal,
            ControlLog control,
            StateDirectory state,
            Consumer<List<Live>> mirror,
            Clock clock,
            Duration keepPrevious) {
        this.generations = generations;
        this.pipelines = pipelines;
        this.logEnds = logEnds;
        this.freshness = freshness;
        this.builds = builds;
        this.removal = removal;
        this.control = control;
        this.state = state;
        this.mirror = mirror;
        this.clock = clock;
        this.keepPrevious = keepPrevious;
    }

    /** Never throws, or it would not be called again. Whoever comes while it looks leaves it to the next look. */
    public void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            if (generations.known()) {
                keep();
            }
        } catch (RetriableException | StoreUnavailable e) {
            log.debug("cannot keep the generations as they should be: {}", Condition.reason(e));
        } catch (RuntimeException e) {
            log.error("cannot keep the generations as they should be", e);
        } finally {
            looking.unlock();
        }
    }

    private void keep() {
        List<View> wanted = new ArrayList<>();
        List<Generations> all = new ArrayList<>();
        for (Projection projection : Projection.values()) {
            Generations now = generations.of(projection);
            if (now != null) {
                all.add(now);
                renew(projection, now);
                views(projection, now).forEach(view -> start(view, now, wanted));
                pace(projection, now);
            }
        }
        pipelines.retain(wanted);
        builds.retain(wanted);
        all.forEach(this::clear);
        mirror.accept(all.stream()
                .filter(now -> now.term() > 1)
                .map(now -> new Live(Builds.projection(now), now.live(), now.term()))
                .toList());
    }

    /** What a newer projector builds is left to it. */
    private static List<View> views(Projection projection, Generations now) {
        IntStream scratches = now.scratches().stream().mapToInt(Scratch::generation);
        return IntStream.concat(IntStream.of(now.live(), now.previous(), now.building()), scratches)
                .filter(generation -> generation > 0 && now.shape(generation) <= projection.shape())
                .mapToObj(generation -> new View(projection, generation))
                .toList();
    }

    /** Where documents must look different from now on, they are built anew, and the new ones made live when they are all there. */
    private void renew(Projection projection, Generations now) {
        int wanted = projection.shape();
        if (now.shape(now.live()) >= wanted) {
            return;
        }
        View building = new View(projection, now.building());
        if (now.building() == 0) {
            boolean empty = logEnds.ends(List.of(projection.topic(now.live()))).isEmpty();
            log.info("{} must be of shape {}: {}", projection.id(), wanted, empty ? "it is empty" : "it is built anew");
            change(projection, then -> renewed(then, wanted, empty));
        } else if (now.shape(now.building()) == wanted && builds.isReady(building)) {
            change(
                    projection,
                    then -> then.building() == now.building()
                            ? new Transitions(then, clock.instant(), SELF).swap(now.building())
                            : then);
        }
    }

    private Generations renewed(Generations then, int wanted, boolean empty) {
        Transitions to = new Transitions(then, clock.instant(), SELF);
        if (then.shape(then.live()) >= wanted || then.building() != 0) {
            return then;
        }
        return empty ? to.shape(wanted) : to.begin(0, wanted);
    }

    private static boolean isAside(View view, Generations now) {
        return view.generation() == now.building() || now.scratch(view.generation()) != null;
    }

    private void start(View view, Generations now, List<View> wanted) {
        wanted.add(view);
        if (pipelines.of(view) == null) {
            if (view.generation() != Projection.FIRST_GENERATION) {
                logEnds.create(Topics.ofView(view.projection(), view.generation()));
            }
            Scratch scratch = now.scratch(view.generation());
            pipelines.start(view, isAside(view, now) ? Gait.HURRIED : Gait.STEADY, fresh -> {
                if (scratch != null) {
                    StartingPoint.parse(scratch.from()).applyTo(view.application(), fresh.sources(), logEnds);
                }
            });
        }
    }

    private void pace(Projection projection, Generations now) {
        for (View view : views(projection, now)) {
            Pipeline pipeline = pipelines.of(view);
            if (pipeline != null) {
                boolean building = view.generation() == now.building();
                pipeline.runner().pause(building && now.paused());
                Scratch scratch = now.scratch(view.generation());
                pipeline.pace()
                        .atMost(building ? now.factsPerSecond() : scratch == null ? 0 : scratch.factsPerSecond());
                boolean aside = isAside(view, now);
                pipeline.pace().yielding(aside && freshness.slowest() > CROWDED);
                if (!aside || builds.isNear(pipeline)) {
                    pipeline.runner().gait(Gait.STEADY);
                }
                if (building) {
                    boolean alike = now.shape(now.live()) == now.shape(now.building());
                    builds.look(pipeline, new View(projection, now.live()), alike);
                }
            }
        }
    }

    private void clear(Generations now) {
        Projection projection = Builds.projection(now);
        Duration age = Duration.between(now.at(), clock.instant());
        if (now.previous() > 0 && age.compareTo(keepPrevious) >= 0) {
            change(
                    projection,
                    then -> then.previous() == now.previous()
                            ? new Transitions(then, clock.instant(), SELF).dropPrevious()
                            : then);
        }
        if (age.compareTo(GRACE) >= 0) {
            now.retired().forEach(generation -> removeSoon(new View(projection, generation)));
        }
    }

    /** Aside: a million documents take their time, and what runs must be kept meanwhile. */
    private void removeSoon(View view) {
        if (removing.add(view)) {
            Thread.ofVirtual().name("remove-" + view.application()).start(() -> remove(view));
        }
    }

    private void remove(View view) {
        try {
            state.forget(view.application());
            if (removal.done(view)) {
                change(
                        view.projection(),
                        then -> new Transitions(then, clock.instant(), SELF).removed(view.generation()));
            }
        } catch (RetriableException | StoreUnavailable e) {
            log.debug("{} cannot be deleted yet: {}", view.application(), Condition.reason(e));
        } catch (RuntimeException e) {
            log.error("{} cannot be deleted", view.application(), e);
        } finally {
            removing.remove(view);
        }
    }

    private void change(Projection projection, UnaryOperator<Generations> decision) {
        var _ = control.change(projection, decision);
    }
}
