package dev.sluice.projector.run;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.health.Pauses;
import dev.sluice.projector.log.View;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology as one Kafka Streams application. Whatever stops it is said once, and it starts anew after a pause that
 * grows while failures follow each other closely. Until then its condition is down.
 */
public final class ProjectionRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration CLOSELY = Duration.ofMinutes(1);

    private final View view;
    private final Supplier<Topology> topology;
    private final Function<Gait, Properties> properties;
    private final ScheduledExecutorService scheduler;
    private final Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private volatile Condition condition = Condition.down("not started");
    private @Nullable KafkaStreams streams;
    private Gait gait = Gait.STEADY;
    private boolean closed;
    private boolean paused;
    private volatile String lastFailure = "";
    private volatile long runningSince;

    public ProjectionRunner(
            View view,
            Supplier<Topology> topology,
            Function<Gait, Properties> properties,
            ScheduledExecutorService scheduler) {
        this.view = view;
        this.topology = topology;
        this.properties = properties;
        this.scheduler = scheduler;
    }

    public View view() {
        return view;
    }

    public Condition condition() {
        return condition;
    }

    public synchronized void start() {
        if (closed) {
            return;
        }
        try {
            KafkaStreams fresh = new KafkaStreams(topology.get(), properties.apply(gait));
            fresh.setUncaughtExceptionHandler(this::failed);
            fresh.setStateListener((now, before) -> changed(fresh, now));
            if (paused) {
                fresh.pause();
            }
            streams = fresh;
            fresh.start();
        } catch (RuntimeException e) {
            failed(e);
            retryLater();
        }
    }

    /** Where it runs in another one, it stops and starts anew, which takes a second or two. */
    public synchronized void gait(Gait wanted) {
        if (gait == wanted || closed) {
            return;
        }
        gait = wanted;
        if (streams != null) {
            KafkaStreams last = streams;
            streams = null;
            last.close(CloseOptions.timeout(CLOSING));
            start();
        }
    }

    /** Stands still, or goes on; it stays a member of its group. */
    public synchronized void pause(boolean wanted) {
        if (paused == wanted) {
            return;
        }
        paused = wanted;
        if (streams != null && wanted) {
            streams.pause();
        } else if (streams != null) {
            streams.resume();
        }
    }

    private StreamThreadExceptionResponse failed(Throwable cause) {
        if (condition.up() && System.nanoTime() - runningSince > CLOSELY.toNanos()) {
            pauses.reset();
        }
        Condition now = Condition.down(cause);
        if (now.detail().equals(lastFailure)) {
            log.error("{} failed again: {}", view.application(), now.detail());
        } else {
            log.error("{} failed and will start anew: {}", view.application(), now.detail(), cause);
        }
        lastFailure = now.detail();
        condition = now;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(KafkaStreams source, KafkaStreams.State now) {
        switch (now) {
            case RUNNING -> {
                runningSince = System.nanoTime();
                condition = Condition.up("running");
            }
            case REBALANCING -> condition = Condition.down("taking over its partitions");
            // The listener is called by the very thread that closing waits for.
            case ERROR -> scheduler.execute(() -> discard(source));
            case CREATED, PENDING_ERROR, PENDING_SHUTDOWN, NOT_RUNNING -> {}
        }
    }

    private void discard(KafkaStreams failed) {
        failed.close(CLOSING);
        synchronized (this) {
            if (!failed.equals(streams)) {
                return;
            }
            streams = null;
        }
        retryLater();
    }

    private void retryLater() {
        if (!scheduler.isShutdown()) {
            Future<?> _ = scheduler.schedule(this::start, pauses.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Stays a member of its group, so that the next life of this process has the partitions at once. */
    @Override
    public void close() {
        KafkaStreams last;
        synchronized (this) {
            closed = true;
            last = streams;
        }
        condition = Condition.down("stopped");
        if (last != null) {
            last.close(CloseOptions.timeout(CLOSING));
        }
    }
}
