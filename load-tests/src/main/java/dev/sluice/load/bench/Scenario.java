package dev.sluice.load.bench;

import dev.sluice.load.installation.Installation;
import java.io.PrintStream;
import java.util.List;

/** Something to measure against a running system. */
interface Scenario {

    /** As in {@code ./sluice bench NAME}. */
    String name();

    /** @param progress for people, one line now and then */
    List<Figure> run(Installation installation, PrintStream progress);
}
