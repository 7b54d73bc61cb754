package dev.sluice.projector.management;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.management.ProjectionStatus.SinkStatus;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is to say of the projections and of their sinks, asked for when somebody wants to know. */
public final class Health {
    private final Map<ProjectionRunner, Set<String>> projections;
    private final List<Sink> sinks;
    private final LogEnds logEnds;
    private final Rejects rejects;

    /** @param projections with the topics that they read */
    public Health(Map<ProjectionRunner, Set<String>> projections, List<Sink> sinks, LogEnds logEnds, Rejects rejects) {
        this.projections = projections;
        this.sinks = sinks;
        this.logEnds = logEnds;
        this.rejects = rejects;
    }

    /** Why the service cannot do its work; nothing where it can. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        projections
                .keySet()
                .forEach(runner -> complain(complaints, runner.view().application(), runner.condition()));
        sinks.forEach(sink -> complain(complaints, sink.group(), sink.condition()));
        if (!logEnds.reachable()) {
            complaints.add("Kafka does not answer");
        }
        return complaints;
    }

    /** Throws {@link dev.sluice.projector.lag.LogUnreachable}: without Kafka nobody knows how far behind anything is. */
    List<ProjectionStatus> projections() {
        return projections.entrySet().stream()
                .map(entry -> status(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ProjectionStatus status(ProjectionRunner runner, Set<String> sources) {
        String application = runner.view().application();
        return new ProjectionStatus(
                runner.view().projection().id(),
                runner.view().generation(),
                runner.condition().up(),
                runner.condition().detail(),
                logEnds.lag(application, sources),
                rejects.count(application),
                sinks.stream()
                        .filter(sink -> sink.view().equals(runner.view()))
                        .map(this::status)
                        .toList());
    }

    private SinkStatus status(Sink sink) {
        return new SinkStatus(
                sink.store(),
                sink.condition().up(),
                sink.condition().detail(),
                logEnds.lag(sink.group(), Set.of(sink.view().topic())),
                rejects.count(sink.group()));
    }

    private static void complain(List<String> complaints, String name, Condition condition) {
        if (!condition.up()) {
            complaints.add(name + ": " + condition.detail());
        }
    }
}
