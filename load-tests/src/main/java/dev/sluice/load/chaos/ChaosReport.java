package dev.sluice.load.chaos;

import dev.sluice.load.chaos.Killer.Kill;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of it: who was killed how often, how long each took to be back, and what does not add up. */
record ChaosReport(List<Kill> kills, Count count, List<String> faults) {
    private static final int SHOWN = 20;

    /**
     * @param confirmed orders, those that went back as a whole included
     * @param returned units
     */
    record Count(long accepted, long confirmed, long returned) {}

    void print(PrintStream out) {
        out.printf("%n%-18s %6s %16s %16s%n", "killed", "times", "back, median s", "back, longest s");
        kills.stream()
                .collect(Collectors.groupingBy(Kill::victim, TreeMap::new, Collectors.toList()))
                .forEach((victim, of) -> row(out, victim, of));
        out.printf(
                Locale.ROOT,
                "%n%,d orders accepted, %,d confirmed, %,d units returned, %d kills%n",
                count.accepted,
                count.confirmed,
                count.returned,
                kills.size());
        if (faults.isEmpty()) {
            out.println("Nothing lost, nothing twice: every round reconciled exactly.");
        } else {
            out.printf("%d FAULTS:%n", faults.size());
            faults.stream().limit(SHOWN).forEach(fault -> out.println("  " + fault));
        }
    }

    private static void row(PrintStream out, String victim, List<Kill> kills) {
        List<Double> seconds = kills.stream()
                .map(kill -> kill.took().toMillis() / 1e3)
                .sorted()
                .toList();
        out.printf(
                Locale.ROOT,
                "%-18s %6d %16.1f %16.1f%n",
                victim,
                kills.size(),
                seconds.get(seconds.size() / 2),
                seconds.getLast());
    }
}
