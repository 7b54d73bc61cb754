package dev.sluice.projector.pipeline;

import dev.sluice.projector.log.View;
import dev.sluice.projector.run.Gait;
import dev.sluice.projector.sink.Sink;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pipelines that run. */
public final class Pipelines implements AutoCloseable {
    private final Function<View, Pipeline> factory;
    private final Map<View, Pipeline> running = new ConcurrentSkipListMap<>(View.ORDER);
    private boolean closed;

    public Pipelines(Function<View, Pipeline> factory) {
        this.factory = factory;
    }

    public @Nullable Pipeline of(View view) {
        return running.get(view);
    }

    public List<Pipeline> all() {
        return List.copyOf(running.values());
    }

    public List<Sink> sinks() {
        return all().stream().flatMap(pipeline -> pipeline.sinks().stream()).toList();
    }

    /** The topics that each consumer group of them reads. */
    public Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Pipeline pipeline : all()) {
            groups.put(pipeline.view().application(), pipeline.sources());
            pipeline.sinks()
                    .forEach(sink -> groups.put(sink.group(), Set.of(sink.view().topic())));
        }
        return groups;
    }

    /** @param before what there is to do before it reads anything; where that throws, it is not started */
    public synchronized void start(View view, Gait gait, Consumer<Pipeline> before) {
        if (!closed && !running.containsKey(view)) {
            Pipeline fresh = factory.apply(view);
            before.accept(fresh);
            running.put(view, fresh);
            fresh.runner().gait(gait);
            fresh.start();
        }
    }

    /** Stops all others, and comes back when they have stopped. */
    public synchronized void retain(Collection<View> wanted) {
        for (Pipeline pipeline : all()) {
            if (!wanted.contains(pipeline.view())) {
                pipeline.close();
                running.remove(pipeline.view());
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(pipeline -> closing.execute(pipeline::close));
        }
    }
}
