package dev.sluice.load.chaos;

import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.load.rebuild.Projections.Rebuild;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.schemas.view.Generations;
import java.io.PrintStream;
import java.time.Duration;

/** A view built anew, the projector killed in the middle of that, the new generation made live, taken back and made live again. */
final class Upheaval {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Projections projections;
    private final Killer killer;
    private final Stall stall;
    private final PrintStream out;

    /** @param killer knows the projector as its only victim */
    Upheaval(Projections projections, Killer killer, Stall stall, PrintStream out) {
        this.projections = projections;
        this.killer = killer;
        this.stall = stall;
        this.out = out;
    }

    void of(String name) {
        Answer begun = projections.begin(name, 0);
        if (!Projections.isRefused(begun, name)) {
            begun.as(Generations.class);
        }
        killer.strike();
        awaitReady(name);
        var _ = projections.swap(name);
        int before = projections.rollBack(name).live();
        int built = projections.rollBack(name).live();
        out.printf("%s: generation %d was live, then %d, %d again and %d%n", name, before, built, before, built);
    }

    private void awaitReady(String name) {
        while (true) {
            Row row = projections.row(name, "BUILDING").orElse(null);
            Rebuild rebuild = row == null ? null : row.rebuild();
            if (rebuild != null && rebuild.isReady()) {
                stall.moved();
                return;
            }
            stall.check("the rebuild of " + name + ", which is at " + rebuild);
            Backoff.pauseFor(LOOK);
        }
    }
}
