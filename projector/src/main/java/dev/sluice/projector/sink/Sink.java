package dev.sluice.projector.sink;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.health.Pauses;
import dev.sluice.projector.log.View;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.settings.ProjectorSettings.Sinks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one view into one store, on a thread of its own, for as long as the process lives. */
public final class Sink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sink.class);
    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final View view;
    private final Store store;
    private final Function<String, Consumer<byte[], byte[]>> consumers;
    private final RejectSender rejects;
    private final Sinks settings;
    private final Duration linger;
    private final Transit transit;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile Condition condition = Condition.down("not started");
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /** @param consumers makes a consumer of the group that it is given */
    public Sink(
            View view,
            Store store,
            Function<String, Consumer<byte[], byte[]>> consumers,
            RejectSender rejects,
            Sinks settings,
            Duration linger,
            Transit transit) {
        this.view = view;
        this.store = store;
        this.consumers = consumers;
        this.rejects = rejects;
        this.settings = settings;
        this.linger = linger;
        this.transit = transit;
        this.thread = Thread.ofPlatform().name(group()).unstarted(this::run);
    }

    public View view() {
        return view;
    }

    public String store() {
        return store.name();
    }

    /** The consumer group, and the name under which the sink refuses documents. */
    public String group() {
        return view.sinkGroup(store.name());
    }

    public Transit transit() {
        return transit;
    }

    public Condition condition() {
        return condition;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(30));
        while (stop.getCount() > 0) {
            try (Consumer<byte[], byte[]> fresh = consumers.apply(group())) {
                consumer = fresh;
                consume(fresh);
            } catch (WakeupException e) {
                log.debug("{} was woken to stop", group());
            } catch (RuntimeException e) {
                log.error("{} failed and will start anew: {}", group(), Condition.reason(e), e);
                report(Condition.down(e));
                pause(pauses.next());
            }
        }
    }

    private void consume(Consumer<byte[], byte[]> fresh) {
        Consumption consumption =
                new Consumption(group(), view.topic(), fresh, store, rejects, settings, linger, transit);
        fresh.subscribe(List.of(view.topic()), consumption);
        while (stop.getCount() > 0) {
            report(consumption.turn());
        }
    }

    private void report(Condition now) {
        Condition before = condition;
        condition = now;
        if (!now.equals(before)) {
            log.info("{} is {}: {}", group(), now.up() ? "up" : "down", now.detail());
        }
    }

    private void pause(Duration pause) {
        try {
            boolean _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stays a member of its group, so that the next life of this process has the partitions at once. */
    @Override
    public void close() {
        stop.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (!thread.join(CLOSING)) {
                log.warn("{} still waits for {}", group(), store.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
