package dev.sluice.load.rebuild;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.crowd.Progress;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Patient;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections.Rebuild;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.load.rebuild.Projections.Verdict;
import dev.sluice.schemas.view.Generations;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Builds a projection anew from the log, beside the one that serves, and makes it live once both hold the same.",
            "A rebuild that is under way is followed. What is broken off here goes on: GET /admin/projections shows it."
        })
public final class RebuildCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** What differs is compared again every few seconds, since it may only have been on its way. */
    private static final int MOST_DIFFERENCES = 60;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The projection, order-status for example.")
    private String name = "";

    @Option(names = "--all", description = "All projections, one after the other.")
    private boolean all;

    @Option(names = "--rate", paramLabel = "N", description = "Read at most N facts a second.")
    private int rate;

    @Option(
            names = "--no-swap",
            description = "Leave it beside the live one: POST /admin/projections/NAME/swap makes it live.")
    private boolean stay;

    @Option(
            names = "--as",
            paramLabel = "SCRATCH",
            description = "Build a scratch generation of this name, which is to be looked at and never goes live.")
    private String scratch = "";

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description = "Where in the log that begins: a time, 2026-11-01T00:00Z, or offsets,"
                    + " events.ordering-0@120,events.ordering-1@95 (default: the beginning).")
    private String from = "";

    @Option(names = "--drop", paramLabel = "SCRATCH", description = "Delete that scratch generation.")
    private String dropped = "";

    @Override
    public Integer call() {
        Installation installation = Installation.of(System.getenv());
        Stall stall = new Stall(PATIENCE);
        Tokens tokens = new Tokens(installation);
        ShopApi admin =
                new ShopApi(installation.edge(), new Patient(new Direct(), stall), () -> tokens.of(Role.ADMIN, null));
        Projections projections = new Projections(admin);
        if (all == !name.isEmpty()) {
            throw new OperatorMistake("name one projection or say --all; there are: " + projections.names());
        }
        if (!from.isEmpty() && scratch.isEmpty()) {
            throw new OperatorMistake("what begins at --from cannot go live: name it with --as, debug for example");
        }
        if (!scratch.isEmpty() || !dropped.isEmpty()) {
            return scratch(new Scratch(projections, stall, System.out));
        }
        boolean same = true;
        for (String one : all ? projections.names() : List.of(name)) {
            same &= rebuild(projections, one, stall, System.out);
        }
        return same ? 0 : 1;
    }

    private int scratch(Scratch scratches) {
        if (all || (!scratch.isEmpty() && !dropped.isEmpty())) {
            throw new OperatorMistake("--as and --drop are for one projection, one at a time");
        }
        if (dropped.isEmpty()) {
            scratches.build(name, scratch, from, rate);
        } else {
            scratches.drop(name, dropped);
        }
        return 0;
    }

    private boolean rebuild(Projections projections, String projection, Stall stall, PrintStream out) {
        Answer begun = projections.begin(projection, rate);
        if (Projections.isRefused(begun, projection)) {
            out.println(projection + ": following the rebuild that is under way");
        } else {
            begun.as(Generations.class);
        }
        long start = System.nanoTime();
        Row built = follow(projections, projection, stall, out);
        Rebuild end = rebuild(built);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf("%s: generation %d, %d facts in %.1f s%n", projection, built.generation(), end.total(), seconds);
        end.verdicts().forEach(verdict -> print(verdict, out));
        if (!end.isReady()) {
            out.println("  They are not the same, so it stays beside the live one. POST /admin/projections/"
                    + projection + "/swap with {\"force\":true} makes it live, …/rebuilds/cancel deletes it.");
            return false;
        }
        if (!stay) {
            Generations now = projections.swap(projection);
            out.printf("  generation %d is live, %d is kept to be rolled back to%n", now.live(), now.previous());
        }
        return true;
    }

    /** Until both generations are known to hold the same, or not to. */
    private static Row follow(Projections projections, String projection, Stall stall, PrintStream out) {
        int differences = 0;
        try (Progress progress = Progress.of(projection, 1, out)) {
            while (true) {
                Row row = projections.row(projection, "BUILDING").orElse(null);
                if (row != null && row.rebuild() != null) {
                    Rebuild now = row.rebuild();
                    progress.to(now.done(), now.total(), note(now));
                    stall.moved();
                    differences = now.differs() ? differences + 1 : 0;
                    if (now.isReady() || differences >= MOST_DIFFERENCES) {
                        return row;
                    }
                }
                stall.check("the rebuild of " + projection);
                Backoff.pauseFor(LOOK);
            }
        }
    }

    private static String note(Rebuild now) {
        return now.perSecond() + "/s" + (now.secondsLeft() > 0 ? ", " + now.secondsLeft() + " s left" : "") + ", "
                + now.state();
    }

    private static Rebuild rebuild(Row row) {
        if (row.rebuild() == null) {
            throw new IllegalStateException("not being rebuilt: " + row);
        }
        return row.rebuild();
    }

    private static void print(Verdict verdict, PrintStream out) {
        out.printf(
                "  %s: %d documents, %d in the live one, %d compared: %s%n",
                verdict.store(),
                verdict.building(),
                verdict.live(),
                verdict.sampled(),
                verdict.differing().isEmpty() ? "the same" : "different, such as " + verdict.differing());
    }
}
