package dev.sluice.projector;

import dev.sluice.control.Control;
import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.management.ManagementServer;
import dev.sluice.projector.pipeline.Pipelines;
import dev.sluice.projector.rebuild.Keeper;
import dev.sluice.projector.redis.RedisEpoch;
import dev.sluice.projector.run.StateDirectory;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts everything and stops it again. What runs of each projection is the keeper's to start. */
final class Projector implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Projector.class);

    private final StateDirectory state;
    private final Control control;
    private final Pipelines pipelines;
    private final Keeper keeper;
    private final RedisEpoch epoch;
    private final Freshness freshness;
    private final ManagementServer management;
    private final ScheduledExecutorService scheduler;
    private volatile boolean running;

    Projector(
            StateDirectory state,
            Control control,
            Pipelines pipelines,
            Keeper keeper,
            RedisEpoch epoch,
            Freshness freshness,
            ManagementServer management,
            ScheduledExecutorService scheduler) {
        this.state = state;
        this.control = control;
        this.pipelines = pipelines;
        this.keeper = keeper;
        this.epoch = epoch;
        this.freshness = freshness;
        this.management = management;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        management.start();
        state.instance();
        state.loadRocksDb();
        control.generations().onChange(this::keepSoon);
        control.start();
        Future<?> _ = scheduler.scheduleWithFixedDelay(keeper::look, 500, 500, TimeUnit.MILLISECONDS);
        Future<?> _ = scheduler.scheduleWithFixedDelay(epoch::check, 0, 500, TimeUnit.MILLISECONDS);
        Future<?> _ = scheduler.scheduleWithFixedDelay(freshness::look, 1, 1, TimeUnit.SECONDS);
        running = true;
    }

    private void keepSoon() {
        try {
            scheduler.execute(keeper::look);
        } catch (RejectedExecutionException _) {
            log.debug("stopped, so nothing is kept any more");
        }
    }

    @Override
    public void stop() {
        running = false;
        scheduler.shutdownNow();
        control.close();
        pipelines.close();
        management.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
