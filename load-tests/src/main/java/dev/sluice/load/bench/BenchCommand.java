package dev.sluice.load.bench;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the running system and keeps the result in load-tests/results/NAME.json.")
public final class BenchCommand implements Callable<Integer> {
    private static final List<Scenario> SCENARIOS = List.of(new OrderLatency(), new HotSku(), new Search());

    /** As the entry script says it; without it, where one stands. */
    private static final Path REPOSITORY = Path.of(System.getenv().getOrDefault("SLUICE_REPOSITORY", "."));

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The scenario; without one, all of them.")
    private String name = "";

    @Option(names = "--json", description = "Print the result as JSON instead of a table.")
    private boolean json;

    @Option(names = "--results", paramLabel = "DIR", description = "Where results are kept.")
    private Path results = REPOSITORY.resolve("load-tests/results");

    @Override
    public Integer call() {
        Installation installation = Installation.of(System.getenv());
        for (Scenario scenario : chosen()) {
            Result result = new Result(
                    scenario.name(),
                    Machine.commit(REPOSITORY),
                    Machine.description(),
                    scenario.run(installation, json ? System.err : System.out));
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
        for (Figure figure : result.figures()) {
            out.printf(Locale.ROOT, "  %-24s %10.1f %s%n", figure.id(), figure.value(), figure.unit());
        }
    }
}
