package dev.sluice.load.bench;

import dev.sluice.load.installation.Installation;
import java.io.PrintStream;
import java.util.List;

/** Something to measure against a running system. */
public interface Scenario {

    /** As in {@code ./sluice bench NAME}. */
    String name();

    /**
     * Throws IllegalStateException where what must always hold does not: then the speed is of no interest.
     *
     * @param progress for people, one line now and then
     */
    List<Figure> run(Installation installation, Wish wish, PrintStream progress);

    /**
     * What the command line asks for.
     *
     * @param stored measure what writing costs once so many orders are stored, too, or rebuild from so many facts; 0 for
     *     what the scenario does by itself
     * @param alone leave out the baseline of writing and of reading: for tuning, not for claims
     * @param only the id of the one figure to measure; empty for all
     */
    record Wish(int stored, boolean alone, String only) {}
}
