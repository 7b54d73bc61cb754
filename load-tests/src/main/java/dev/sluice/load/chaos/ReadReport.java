package dev.sluice.load.chaos;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What the reads showed, by what was written. Safe for many threads. */
final class ReadReport {
    private static final int SHOWN = 20;

    private final Map<Kind, Line> lines = new EnumMap<>(Kind.class);
    private final List<String> faults = new ArrayList<>();
    private long pairs;
    private long behind;

    private static final class Line {
        private final Histogram micros = new Histogram(3);
        private long stale;
        private long bare;
        private long bareStale;
    }

    /** A read that its token held to the write. */
    synchronized void held(Kind kind, boolean shown, long nanos, String said) {
        pairs++;
        Line line = line(kind);
        line.micros.recordValue(nanos / 1_000);
        if (!shown) {
            line.stale++;
            faults.add(kind + ": " + said);
        }
    }

    /** The same read before, without the token: what a client would have seen that does not send it. */
    synchronized void bare(Kind kind, boolean shown) {
        Line line = line(kind);
        line.bare++;
        line.bareStale += shown ? 0 : 1;
    }

    /** An answer that said that its view does not show it in time. */
    synchronized void behind() {
        behind++;
    }

    private Line line(Kind kind) {
        return lines.computeIfAbsent(kind, _ -> new Line());
    }

    synchronized long pairs() {
        return pairs;
    }

    synchronized long stale() {
        return faults.size();
    }

    synchronized void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-12s %9s %9s %14s %14s %16s%n",
                "written",
                "pairs",
                "stale",
                "read p50 ms",
                "read p99 ms",
                "stale, no token");
        lines.forEach((kind, line) -> out.printf(
                Locale.ROOT,
                "%-12s %,9d %,9d %14.1f %14.1f %16s%n",
                kind,
                line.micros.getTotalCount(),
                line.stale,
                line.micros.getValueAtPercentile(50) / 1e3,
                line.micros.getValueAtPercentile(99) / 1e3,
                line.bareStale + " of " + line.bare));
        out.printf(
                Locale.ROOT,
                "%n%,d pairs, %,d answers that their view was behind (503, asked again), %,d stale%n",
                pairs,
                behind,
                faults.size());
        faults.stream().limit(SHOWN).forEach(fault -> out.println("  " + fault));
    }
}
