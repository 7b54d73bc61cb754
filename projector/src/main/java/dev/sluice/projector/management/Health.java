package dev.sluice.projector.management;

import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.management.ProjectionStatus.Role;
import dev.sluice.projector.management.ProjectionStatus.SinkStatus;
import dev.sluice.projector.management.ProjectionStatus.State;
import dev.sluice.projector.pipeline.Pipeline;
import dev.sluice.projector.pipeline.Pipelines;
import dev.sluice.projector.rebuild.Builds;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.sink.Sink;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Generations.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is to say of the projections and of their sinks, asked for when somebody wants to know. */
public final class Health {
    private final LiveGenerations generations;
    private final Pipelines pipelines;
    private final Builds builds;
    private final LogEnds logEnds;
    private final Freshness freshness;
    private final Rejects rejects;

    public Health(
            LiveGenerations generations,
            Pipelines pipelines,
            Builds builds,
            LogEnds logEnds,
            Freshness freshness,
            Rejects rejects) {
        this.generations = generations;
        this.pipelines = pipelines;
        this.builds = builds;
        this.logEnds = logEnds;
        this.freshness = freshness;
        this.rejects = rejects;
    }

    /** Why the service cannot do its work; nothing where it can. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!generations.known()) {
            complaints.add("Kafka has not told yet which generations are live");
        }
        // What nobody reads may be down.
        pipelines.all().stream().filter(this::isLive).forEach(pipeline -> {
            complain(
                    complaints, pipeline.view().application(), pipeline.runner().condition());
            pipeline.sinks().forEach(sink -> complain(complaints, sink.group(), sink.condition()));
        });
        if (!logEnds.reachable()) {
            complaints.add("Kafka does not answer");
        }
        return complaints;
    }

    private boolean isLive(Pipeline pipeline) {
        Generations all = generations.of(pipeline.view().projection());
        return all != null && all.live() == pipeline.view().generation();
    }

    /** What stands still although it could go on. */
    List<String> alarms() {
        return pipelines.groups().keySet().stream()
                .sorted()
                .filter(freshness::isStill)
                .map(group -> group + " has not moved for "
                        + freshness.of(group).still().toSeconds() + " s with "
                        + freshness.of(group).events() + " records before it")
                .toList();
    }

    /** Throws {@link dev.sluice.projector.lag.LogUnreachable}: without Kafka nobody knows how far behind anything is. */
    List<ProjectionStatus> projections() {
        freshness.refresh();
        return pipelines.all().stream()
                .map(pipeline -> status(pipeline, generations.of(pipeline.view().projection())))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable ProjectionStatus status(Pipeline pipeline, @Nullable Generations all) {
        if (all == null) {
            return null;
        }
        ProjectionRunner runner = pipeline.runner();
        String application = runner.view().application();
        Scratch scratch = all.scratch(runner.view().generation());
        return new ProjectionStatus(
                runner.view().projection().id(),
                runner.view().generation(),
                role(runner.view().generation(), all),
                scratch == null ? null : scratch.name(),
                runner.condition().up(),
                State.of(runner.condition(), freshness.isStill(application)),
                runner.condition().detail(),
                freshness.of(application).events(),
                rejects.count(application),
                pipeline.sinks().stream().map(this::status).toList(),
                builds.status(runner.view(), all));
    }

    private static Role role(int generation, Generations all) {
        if (generation == all.live()) {
            return Role.LIVE;
        }
        if (all.scratch(generation) != null) {
            return Role.SCRATCH;
        }
        return generation == all.building() ? Role.BUILDING : Role.PREVIOUS;
    }

    private SinkStatus status(Sink sink) {
        return new SinkStatus(
                sink.store(),
                sink.condition().up(),
                State.of(sink.condition(), freshness.isStill(sink.group())),
                sink.condition().detail(),
                freshness.of(sink.group()).events(),
                freshness.millis(sink),
                rejects.count(sink.group()));
    }

    private static void complain(List<String> complaints, String name, Condition condition) {
        if (!condition.up()) {
            complaints.add(name + ": " + condition.detail());
        }
    }
}
