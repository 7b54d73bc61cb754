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
     * @param stored measure what writing costs once so many orders are stored, too; 0 for not at all
     * @param alone leave out the baseline of writing, which takes most of the time: for tuning, not for claims
     */
    record Wish(int stored, boolean alone) {}
}
