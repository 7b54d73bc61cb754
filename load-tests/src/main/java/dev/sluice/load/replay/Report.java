package dev.sluice.load.replay;

import dev.sluice.load.csv.BadLine;
import dev.sluice.load.provision.Tally;
import dev.sluice.load.reconcile.Reconciled;
import dev.sluice.load.reconcile.Sums;
import dev.sluice.schemas.order.OrderStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run has to say: on the screen in short, in its file in full. */
final class Report {
    /** How many of a kind are shown on the screen. */
    private static final int SHOWN = 5;

    private final Replay.Result result;
    private final PrintStream out;
    private final Path file;

    Report(Replay.Result result, PrintStream out, Path file) {
        this.result = result;
        this.out = out;
        this.file = file;
    }

    void print() {
        Tally tally = result.tally();
        Outcomes outcomes = result.outcomes();
        double seconds = Math.max(result.took().toMillis(), 1) / 1e3;
        out.println();
        row("invoices", tally.invoices(), tally.lines() + " lines");
        row("returns", tally.returns(), tally.returnLines() + " lines");
        row("without a good line", tally.empty(), "");
        row("bad lines", tally.badLines().size(), "");
        row("orders", tally.orders(), note(tally));
        row("accepted", outcomes.accepted().size(), accepted(outcomes, seconds));
        row("  confirmed", outcomes.count(OrderStatus.CONFIRMED), "");
        row("  rejected", outcomes.count(OrderStatus.REJECTED), reasons(outcomes));
        row("  cancelled", outcomes.count(OrderStatus.CANCELLED), "");
        row("units returned", outcomes.returned(), unmatched(outcomes));
        some("bad lines", tally.badLines().stream().map(Report::text).toList());
        some("orders in trouble", troubles().toList());
        sums(result.reconciled());
        verdict();
        write();
    }

    private void row(String what, long count, String note) {
        out.printf(Locale.ROOT, "%-20s %,10d  %s%n", what, count, note);
    }

    private static String note(Tally tally) {
        String further = tally.furtherOrders() == 0
                ? ""
                : ", " + tally.furtherOrders() + " of them second orders of an invoice that sells a SKU at two prices";
        return "of " + tally.orderLines() + " good lines" + further;
    }

    private static String accepted(Outcomes outcomes, double seconds) {
        String rate = String.format(
                Locale.ROOT, "in %.1f s, %.0f/s", seconds, outcomes.accepted().size() / seconds);
        return outcomes.earlier() == 0 ? rate : rate + "; " + outcomes.earlier() + " were there from an earlier replay";
    }

    private static String unmatched(Outcomes outcomes) {
        return outcomes.unmatched() == 0
                ? ""
                : outcomes.unmatched() + " more belong to no earlier order of their customer in this run";
    }

    private static String reasons(Outcomes outcomes) {
        return String.join(
                ", ",
                outcomes.reasons().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .sorted()
                        .toList());
    }

    private void some(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(lines.size() + " " + title + ":");
            lines.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
            if (lines.size() > SHOWN) {
                out.println("  … and " + (lines.size() - SHOWN) + " more in " + file);
            }
        }
    }

    private void sums(Reconciled reconciled) {
        out.println();
        out.printf(
                "%-26s %9s %9s %9s %9s %12s %16s%n",
                "", "orders", "confirmed", "rejected", "cancelled", "units", "money");
        for (Sums sums : reconciled.sums()) {
            boolean counts = !sums.orders().isEmpty();
            out.printf(
                    Locale.ROOT,
                    "%-26s %9s %9s %9s %9s %,12d %,16.2f%n",
                    sums.place(),
                    counts ? sums.all() : "",
                    counts ? count(sums, OrderStatus.CONFIRMED) : "",
                    counts ? count(sums, OrderStatus.REJECTED) : "",
                    counts ? count(sums, OrderStatus.CANCELLED) : "",
                    sums.units(),
                    sums.pence() / 100.0);
        }
    }

    private static long count(Sums sums, OrderStatus status) {
        return sums.orders().getOrDefault(status, 0L);
    }

    private void verdict() {
        out.println();
        Reconciled reconciled = result.reconciled();
        if (reconciled.exact()) {
            out.println("Reconciled exactly: every order, unit and penny is the same in all places.");
        } else {
            out.println("NOT RECONCILED.");
            some("differences", differences().toList());
        }
    }

    private void write() {
        List<String> lines = Stream.of(
                        section("bad lines", result.tally().badLines().stream().map(Report::text)),
                        section("orders in trouble", troubles()),
                        section("differences", differences()))
                .flatMap(s -> s)
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        out.println("In full: " + file);
    }

    private static Stream<String> section(String title, Stream<String> lines) {
        return Stream.concat(Stream.of("# " + title), lines);
    }

    private Stream<String> troubles() {
        return result.outcomes().troubles().stream()
                .map(trouble -> "invoice " + trouble.order().reference() + ": " + trouble.what());
    }

    private Stream<String> differences() {
        return result.reconciled().differences().stream().map(Object::toString);
    }

    private static String text(BadLine line) {
        String invoice = line.invoice().isEmpty() ? "" : " (invoice " + line.invoice() + ")";
        return "line " + line.number() + invoice + ": " + line.reason();
    }
}
