package dev.sluice.projector;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.management.ManagementServer;
import dev.sluice.projector.redis.RedisEpoch;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts everything and stops it again, all at once: closing one after the other would take longer than one may. */
final class Projector implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Projector.class);

    private final StateDirectory state;
    private final List<ProjectionRunner> runners;
    private final List<Sink> sinks;
    private final RedisEpoch epoch;
    private final ManagementServer management;
    private final ScheduledExecutorService scheduler;
    private volatile boolean running;

    Projector(
            StateDirectory state,
            List<ProjectionRunner> runners,
            List<Sink> sinks,
            RedisEpoch epoch,
            ManagementServer management,
            ScheduledExecutorService scheduler) {
        this.state = state;
        this.runners = runners;
        this.sinks = sinks;
        this.epoch = epoch;
        this.management = management;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        management.start();
        state.instance();
        state.loadRocksDb();
        runners.forEach(ProjectionRunner::start);
        sinks.forEach(Sink::start);
        Future<?> _ = scheduler.scheduleWithFixedDelay(epoch::check, 0, 500, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.shutdownNow();
        List<AutoCloseable> all = new ArrayList<>(runners);
        all.addAll(sinks);
        all.add(management);
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(part -> closing.execute(() -> close(part)));
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("could not close {}: {}", part, Condition.reason(e));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
