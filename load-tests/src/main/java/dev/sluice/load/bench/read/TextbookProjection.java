package dev.sluice.load.bench.read;

import dev.sluice.load.bench.probe.Pids;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.bench.textbook.Textbook;
import dev.sluice.load.installation.Installation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The baseline's status of orders: a pooled streaming processor that keeps it by JPA. */
final class TextbookProjection {
    private static final String BASELINE = "baseline";
    private static final String MYSQL = "mysql";
    private static final int WARM_UP = 20_000;
    private static final int ORDERS = 10_000;

    private final Textbook textbook;
    private final Map<String, List<Long>> pids;
    private final PrintStream progress;
    private final List<Double> cpuMicros = new ArrayList<>();
    private final List<Double> perSecond = new ArrayList<>();

    /** What it says after a run. */
    private record Projected(int facts, double seconds) {}

    TextbookProjection(Textbook textbook, Installation installation, PrintStream progress) {
        this.textbook = textbook;
        this.pids = new HashMap<>(Pids.of(installation, List.of(MYSQL)));
        pids.put(BASELINE, List.of(textbook.pid()));
        this.progress = progress;
    }

    void warmUp() {
        store(WARM_UP);
        project(WARM_UP);
    }

    void round() {
        store(ORDERS);
        Usage before = Usage.of(pids);
        Projected projected = project(ORDERS);
        Usage taken = Usage.of(pids).since(before);
        cpuMicros.add(taken.millis(BASELINE, MYSQL) * 1_000 / projected.facts());
        perSecond.add(projected.facts() / projected.seconds());
        progress.printf(
                Locale.ROOT,
                "baseline: %d facts in %.1f s (%.0f/s), %.1f us of CPU a fact%n",
                projected.facts(),
                projected.seconds(),
                perSecond.getLast(),
                cpuMicros.getLast());
    }

    private void store(int orders) {
        textbook.tell("history " + orders, "stored");
    }

    private Projected project(int orders) {
        return textbook.ask("project " + orders, Projected.class);
    }

    double cpuMicros() {
        return median(cpuMicros);
    }

    double perSecond() {
        return median(perSecond);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
