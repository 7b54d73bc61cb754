package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.OperatorMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Asks one server on many connections from one thread. At a fixed pace the clock of a request runs from when it was due, so that
 * a slow answer is not hidden by those that it held up.
 */
final class Generator implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
    /** What the clock's error may be: Linux wakes a thread no more exactly. */
    private static final long NAP = 50_000;

    private static final int LONGEST_SLEEP = 10;

    private final Selector selector;
    private final Load load;
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<Caller> idle = new ArrayDeque<>();
    private Histogram micros = new Histogram(3);
    private Map<Integer, Long> answered = new TreeMap<>();

    /**
     * How requests come.
     *
     * @param perSecond 0 for the next as soon as the last on its connection is answered
     * @param awake whether it spins where there is nothing to do
     */
    record Pace(int perSecond, Duration time, boolean awake) {
        static Pace saturated(Duration time) {
            return new Pace(0, time, false);
        }

        /** Never asleep, so that no server pays for waking us. Only where nothing else needs our core. */
        Pace wideAwake() {
            return new Pace(perSecond, time, true);
        }

        boolean isSaturated() {
            return perSecond == 0;
        }

        /** Nanoseconds after the beginning. */
        long due(long number) {
            return perSecond == 0 ? 0 : number * 1_000_000_000L / perSecond;
        }
    }

    /**
     * @param byStatus how many answers had it
     * @param micros from when each request was due to the end of its answer
     */
    record Outcome(Map<Integer, Long> byStatus, Histogram micros) {
        long answered() {
            return micros.getTotalCount();
        }
    }

    Generator(InetSocketAddress server, int connections, Load load) {
        this.load = load;
        try {
            selector = Selector.open();
            for (int i = 0; i < connections; i++) {
                callers.add(new Caller(server, selector));
            }
        } catch (IOException e) {
            throw new OperatorMistake(server + " takes no connections: " + e.getMessage());
        }
        idle.addAll(callers);
    }

    /**
     * Asks until the time is over or there is nothing more to ask, and returns once all is answered. Throws IllegalStateException
     * for another status than the load expects.
     */
    Outcome run(Pace pace) {
        micros = new Histogram(3);
        answered = new TreeMap<>();
        try {
            ask(pace);
            long end = System.nanoTime() + PATIENCE;
            while (idle.size() < callers.size()) {
                take(pace);
                if (System.nanoTime() > end) {
                    throw new IllegalStateException((callers.size() - idle.size()) + " requests are not answered");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome(answered, micros);
    }

    private void ask(Pace pace) throws IOException {
        long start = System.nanoTime();
        long end = start + pace.time().toNanos();
        long number = 0;
        for (long now = start; now < end && load.hasNext(); now = System.nanoTime()) {
            while (!idle.isEmpty() && load.hasNext() && now - start >= pace.due(number)) {
                idle.pop().ask(load.next(), pace.isSaturated() ? now : start + pace.due(number));
                number++;
            }
            if (!take(pace) && !pace.isSaturated()) {
                LockSupport.parkNanos(NAP);
            }
        }
    }

    /** Whether there were answers. */
    private boolean take(Pace pace) throws IOException {
        int ready = pace.isSaturated() && !pace.awake()
                ? selector.select(this::take, LONGEST_SLEEP)
                : selector.selectNow(this::take);
        return ready > 0;
    }

    private void take(SelectionKey key) {
        Caller caller = (Caller) Objects.requireNonNull(key.attachment());
        try {
            if (caller.answered()) {
                if (!load.expects(caller.status())) {
                    throw new IllegalStateException(load.name() + " is answered with " + caller.said());
                }
                micros.recordValue((System.nanoTime() - caller.due()) / 1_000);
                answered.merge(caller.status(), 1L, Long::sum);
                idle.push(caller);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Caller caller : callers) {
                caller.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
