package dev.sluice.load.bench.read;

import dev.sluice.load.bench.probe.Pids;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.load.rebuild.Projections.Rebuild;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.load.rebuild.Projections.Verdict;
import dev.sluice.schemas.view.Generations;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Builds a projection anew beside the live one, makes it live, and goes back to the one before. */
final class Rebuilding {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<String> NAMES = List.of("projector", "redis", "elasticsearch", "kafka");

    private final Installation installation;
    private final Projections projections;
    private final Histogram lagMillis = new Histogram(3);
    private final PrintStream progress;

    /**
     * @param facts records that it has read
     * @param documents that it has written, in the one store it has
     * @param seconds until it had caught up with the live one, its stores included
     * @param cpuMicros of projector, stores and Kafka together, a fact
     * @param swap milliseconds until all readers read it
     * @param rollBack milliseconds until all readers read the one before again
     */
    record Built(long facts, long documents, double seconds, double cpuMicros, double swap, double rollBack) {
        double factsPerSecond() {
            return facts / seconds;
        }

        double documentsPerSecond() {
            return documents / seconds;
        }
    }

    Rebuilding(Installation installation, Projections projections, PrintStream progress) {
        this.installation = installation;
        this.projections = projections;
        this.progress = progress;
    }

    /** Throws IllegalStateException where it does not come to hold what the live one holds. */
    Built rebuild(String name) {
        if (projections.row(name, "BUILDING").isPresent()) {
            // Left by a run that was broken off.
            projections.cancel(name).as(Generations.class);
        }
        Map<String, List<Long>> pids = Pids.of(installation, NAMES);
        Usage before = Usage.of(pids);
        long start = System.nanoTime();
        projections.begin(name, 0).as(Generations.class);
        Rebuild read = follow(name, now -> !now.state().equals("RUNNING"));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = Usage.of(pids).since(before).millis(NAMES.toArray(String[]::new)) * 1_000 / read.total();
        Rebuild ready = follow(name, Rebuild::isReady);
        long documents = ready.verdicts().stream().mapToLong(Verdict::building).sum();
        try (Switching switching = new Switching(installation, projections, name)) {
            Built built = new Built(read.total(), documents, seconds, cpu, switching.swap(), switching.rollBack());
            progress.printf(
                    Locale.ROOT,
                    "%s: %d facts, %d documents in %.1f s (%.0f facts/s, %.0f documents/s), %.1f us of CPU a fact;"
                            + " swap %.0f ms, rollback %.0f ms%n",
                    name,
                    built.facts,
                    documents,
                    seconds,
                    built.factsPerSecond(),
                    built.documentsPerSecond(),
                    cpu,
                    built.swap,
                    built.rollBack);
            return built;
        }
    }

    private interface Condition {
        boolean holds(Rebuild now);
    }

    private Rebuild follow(String name, Condition condition) {
        Stall stall = new Stall(PATIENCE);
        long last = -1;
        while (true) {
            List<Row> rows = projections.rows();
            rows.stream()
                    .filter(row -> row.role().equals("LIVE"))
                    .forEach(row -> row.sinks().forEach(sink -> lagMillis.recordValue(sink.lagMillis())));
            Rebuild now = rows.stream()
                    .filter(row -> row.name().equals(name) && row.role().equals("BUILDING"))
                    .map(row -> Optional.ofNullable(row.rebuild()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            if (now != null) {
                if (condition.holds(now)) {
                    return now;
                }
                if (now.done() != last) {
                    stall.moved();
                }
                last = now.done();
            }
            stall.check("the rebuild of " + name + ", which is at " + now);
            Backoff.pauseFor(LOOK);
        }
    }

    /** How far the live views were behind meanwhile. */
    double lagMillis(double percentile) {
        return lagMillis.getValueAtPercentile(percentile);
    }
}
