package dev.sluice.projector.pipeline;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.log.View;
import dev.sluice.projector.run.Pace;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of a projection from the log to its stores.
 *
 * @param sources the topics that its topology reads
 */
public record Pipeline(ProjectionRunner runner, List<Sink> sinks, Set<String> sources, Pace pace)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    public Pipeline {
        sinks = List.copyOf(sinks);
        sources = Set.copyOf(sources);
    }

    public View view() {
        return runner.view();
    }

    void start() {
        runner.start();
        sinks.forEach(Sink::start);
    }

    /** All parts at once: one after the other would take longer than one may. */
    @Override
    public void close() {
        pace.release();
        List<AutoCloseable> parts = new ArrayList<>(sinks);
        parts.add(runner);
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> closing.execute(() -> close(part)));
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("could not close {}: {}", part, Condition.reason(e));
        }
    }
}
