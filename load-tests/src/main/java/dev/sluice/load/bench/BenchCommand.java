package dev.sluice.load.bench;

import dev.sluice.load.bench.edge.EdgeBench;
import dev.sluice.load.bench.edge.FlashSale;
import dev.sluice.load.bench.read.ReadBench;
import dev.sluice.load.bench.write.CommitCapBench;
import dev.sluice.load.bench.write.WriteBench;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the running system and keeps the result in load-tests/results/NAME.json.")
public final class BenchCommand implements Callable<Integer> {
    /** As the entry script says it; without it, where one stands. */
    private static final Path REPOSITORY = Path.of(System.getenv().getOrDefault("SLUICE_REPOSITORY", "."));

    private static final List<Scenario> SCENARIOS = List.of(
            new OrderLatency(),
            new HotSku(),
            new Search(),
            new WriteBench(REPOSITORY),
            new CommitCapBench(),
            new EdgeBench(),
            new FlashSale(),
            new ReadBench(REPOSITORY, new Search()));

    /** Of a table: figure, value, unit, baseline, ratio. */
    private static final String ROW = "  %-28s %10s %-5s %10s %7s";

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The scenario; without one, all of them.")
    private String name = "";

    @Option(names = "--json", description = "Print the result as JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--stored",
            paramLabel = "N",
            description = {
                "Of write: what an order costs once N orders are stored, too.",
                "Of read: rebuild from N facts at least, not from a million."
            })
    private int stored;

    @Option(names = "--alone", description = "Of write and read: without the baseline.")
    private boolean alone;

    @Option(
            names = "--only",
            paramLabel = "FIGURE",
            description = "Of edge: this figure alone, such as page-cached; for tuning, not for claims.")
    private String only = "";

    @Option(names = "--results", paramLabel = "DIR", description = "Where results are kept.")
    private Path results = REPOSITORY.resolve("load-tests/results");

    @Override
    public Integer call() {
        Installation installation = Installation.of(System.getenv());
        Scenario.Wish wish = new Scenario.Wish(stored, alone, only);
        for (Scenario scenario : chosen()) {
            Result result = new Result(
                    scenario.name(),
                    Machine.commit(REPOSITORY),
                    Machine.description(),
                    Processes.runningIn(installation.home()),
                    scenario.run(installation, wish, json ? System.err : System.out));
            keep(result);
            if (json) {
                System.out.println(Json.MAPPER.writeValueAsString(result));
            } else {
                table(result, System.out);
            }
        }
        return 0;
    }

    private List<Scenario> chosen() {
        List<Scenario> chosen = SCENARIOS.stream()
                .filter(scenario -> name.isEmpty() || scenario.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new OperatorMistake("there is no scenario " + name + "; there are: "
                    + SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private void keep(Result result) {
        try {
            Files.createDirectories(results);
            Files.writeString(
                    results.resolve(result.name() + ".json"),
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + results + ": " + e.getMessage(), e);
        }
    }

    private static void table(Result result, PrintStream out) {
        out.printf("%s at %s on %s%n", result.name(), result.commit(), result.machine());
        out.printf("  ran: %s%n", String.join(", ", result.ran()));
        if (result.figures().stream().anyMatch(figure -> figure.baseline() != null)) {
            out.printf(ROW + "%n", "", "", "", "baseline", "ratio");
        }
        for (Figure figure : result.figures()) {
            String row = ROW.formatted(
                    figure.id(),
                    number(figure.value()),
                    figure.unit(),
                    number(figure.baseline()),
                    number(figure.ratio()));
            out.println(row.stripTrailing());
        }
    }

    /** Three digits that count, whatever its size. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
