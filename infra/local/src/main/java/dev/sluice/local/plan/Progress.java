package dev.sluice.local.plan;

import java.io.PrintStream;
import java.util.Locale;

/** A line per finished step with the seconds it took. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void done(String step, long nanos, String said) {
        out.printf(Locale.ROOT, "  %-16s %5.1f s  %s%n", step, nanos / 1e9, said);
        out.flush();
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
