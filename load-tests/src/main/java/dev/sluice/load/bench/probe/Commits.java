package dev.sluice.load.bench.probe;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.ledger.EventStores;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Counts what MySQL commits, second by second, while something else goes on. */
public final class Commits implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FutureTask<List<Double>> watching;
    private final Thread thread;

    private Commits(FutureTask<List<Double>> watching) {
        this.watching = watching;
        this.thread = Thread.ofPlatform().name("commits").daemon().start(watching);
    }

    /**
     * @param from when counting begins, from now
     * @param until when it ends, from now
     */
    public static Commits watch(Installation installation, Duration from, Duration until) {
        EventStores stores = new EventStores(installation.mysql());
        long start = System.nanoTime();
        return new Commits(new FutureTask<>(() -> count(stores, start + from.toNanos(), start + until.toNanos())));
    }

    private static List<Double> count(EventStores stores, long from, long until) throws SQLException {
        List<Double> perSecond = new ArrayList<>();
        long at = awaitNanos(from);
        long count = committed(stores);
        while (at + SECOND.toNanos() <= until) {
            long now = awaitNanos(at + SECOND.toNanos());
            long next = committed(stores);
            perSecond.add((next - count) * 1e9 / (now - at));
            at = now;
            count = next;
        }
        return perSecond;
    }

    private static long awaitNanos(long time) {
        long now = System.nanoTime();
        for (; now < time; now = System.nanoTime()) {
            LockSupport.parkNanos(time - now);
        }
        return now;
    }

    private static long committed(EventStores stores) throws SQLException {
        return stores.number("SHOW GLOBAL STATUS LIKE 'Com_commit'");
    }

    /** Waits for the end of the watch. */
    public List<Double> perSecond() {
        try {
            return watching.get();
        } catch (ExecutionException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public double mean() {
        return perSecond().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    public double most() {
        return perSecond().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
