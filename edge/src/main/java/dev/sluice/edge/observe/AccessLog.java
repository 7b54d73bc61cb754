package dev.sluice.edge.observe;

import dev.sluice.edge.exchange.Exchange;
import dev.sluice.edge.exchange.Witness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A line of JSON for each request. Event loops only leave the facts in a queue of bounded length, which a thread of its own
 * empties a few times a second: nobody is woken for a request. What a slow disk leaves no room for is dropped and counted.
 */
public final class AccessLog implements Witness, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int BATCH = 1024;

    private final LogFile file;
    private final Clock clock;
    private final BlockingQueue<Ended> queue;
    private final Counter dropped;
    private final LogLines lines = new LogLines();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread writer;
    private boolean told;

    /** @param room how many lines may wait for the disk */
    public AccessLog(LogFile file, int room, Clock clock, MeterRegistry meters) {
        this.file = file;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(room);
        this.dropped = Counter.builder("sluice.edge.access.log.dropped")
                .description("Requests without a line in the access log, since the disk was too slow or failed")
                .register(meters);
    }

    private record Ended(Instant at, Exchange exchange) {}

    @Override
    public void ended(Exchange exchange) {
        if (!queue.offer(new Ended(clock.instant(), exchange))) {
            dropped.increment();
        }
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("edge-access-log").daemon().start(this::run);
    }

    private void run() {
        try (file) {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                empty();
            }
            empty();
        } catch (InterruptedException | IOException e) {
            LOG.warn("The access log ends: {}", e.getMessage());
        }
    }

    private void empty() {
        List<Ended> batch = new ArrayList<>(BATCH);
        while (queue.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Ended> batch) {
        batch.forEach(ended -> lines.add(ended.at, ended.exchange));
        try {
            file.append(ByteBuffer.wrap(lines.take()));
            told = false;
        } catch (IOException e) {
            dropped.increment(batch.size());
            if (!told) {
                LOG.warn("The access log cannot be written, and requests go on without: {}", e.toString());
            }
            told = true;
        }
    }

    /** Writes what there is, but waits no longer than a moment for the disk. */
    @Override
    public void stop() {
        stopping.countDown();
        Thread open = writer;
        writer = null;
        try {
            if (open != null && !open.join(Duration.ofSeconds(1))) {
                LOG.warn("The disk is slow: the access log lacks its last lines");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
