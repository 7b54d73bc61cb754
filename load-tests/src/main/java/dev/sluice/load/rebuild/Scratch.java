package dev.sluice.load.rebuild;

import dev.sluice.load.crowd.Progress;
import dev.sluice.load.http.Answer;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections.Row;
import java.io.PrintStream;
import java.time.Duration;

/** Builds and deletes generations that are only to be looked at. */
final class Scratch {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Projections projections;
    private final Stall stall;
    private final PrintStream out;

    Scratch(Projections projections, Stall stall, PrintStream out) {
        this.projections = projections;
        this.stall = stall;
        this.out = out;
    }

    /** Comes back when it has caught up. Throws OperatorMistake for what cannot be. */
    void build(String projection, String name, String from, int rate) {
        requireDone(projections.beginScratch(projection, name, from, rate));
        long most = 1;
        try (Progress progress = Progress.of(projection + " as " + name, 1, out)) {
            while (true) {
                Row row = projections.scratch(projection, name).orElse(null);
                if (row != null && row.state().equals("UP")) {
                    long left = row.lag()
                            + row.sinks().stream()
                                    .mapToLong(Projections.Sink::lag)
                                    .sum();
                    most = Math.max(most, left);
                    progress.to(most - left, most, row.state());
                    stall.moved();
                    if (left == 0) {
                        break;
                    }
                }
                stall.check("the scratch generation " + name);
                Backoff.pauseFor(LOOK);
            }
        }
        out.printf(
                "%s: %s has caught up, and keeps up. ./sluice compare %s live %s shows what differs, ./sluice rebuild %s --drop %s deletes it.%n",
                projection, name, projection, name, projection, name);
    }

    void drop(String projection, String name) {
        requireDone(projections.dropScratch(projection, name));
        out.printf("%s: %s is being deleted%n", projection, name);
    }

    private static void requireDone(Answer answer) {
        if (answer.status() == BAD_REQUEST || answer.status() == CONFLICT || answer.status() == NOT_FOUND) {
            throw new OperatorMistake(answer.problem()
                    .map(problem -> String.valueOf(problem.detail()))
                    .orElseGet(answer::summary));
        }
        if (!answer.succeeded()) {
            var _ = answer.as(Object.class);
        }
    }
}
