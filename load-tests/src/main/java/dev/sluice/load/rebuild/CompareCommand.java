package dev.sluice.load.rebuild;

import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.message.Json;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares all documents of two generations of a projection, and prints those that differ.",
            "Exits with 0 where they are the same, with 1 where they differ."
        })
public final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The projection, order-status for example.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "LEFT",
            description = "live, previous, building, a number, or the name of a scratch generation.")
    private String left = "";

    @Parameters(index = "2", paramLabel = "RIGHT", description = "The same of the other.")
    private String right = "";

    @Option(names = "--store", paramLabel = "NAME", description = "redis or elasticsearch, for what is in both.")
    private String store = "";

    /** @param key of a document; null where the line is about the whole */
    private record Line(
            @Nullable String key,
            String kind,
            @Nullable List<String> fields,
            @Nullable Long documents,
            @Nullable Long differences,
            @Nullable String detail) {}

    @Override
    public Integer call() throws InterruptedException {
        String query = Stream.of(
                        "left=" + Inspection.encoded(left),
                        "right=" + Inspection.encoded(right),
                        store.isEmpty() ? "" : "store=" + Inspection.encoded(store))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return new Inspection(Installation.of(System.getenv()))
                .of(name, "comparison?" + query, lines -> print(lines, System.out));
    }

    /** The exit code: what is not known to be the same is not. */
    private static int print(Iterator<String> lines, PrintStream out) {
        while (lines.hasNext()) {
            Line line = Json.MAPPER.readValue(lines.next(), Line.class);
            if (line.key() != null) {
                out.printf(
                        "%-10s  %s  %s%n",
                        line.kind(), line.key(), line.fields() == null ? "" : String.join(" ", line.fields()));
            } else if (line.kind().equals("complete")) {
                long differences = line.differences() == null ? 0 : line.differences();
                out.printf("%d documents compared, %d differ%n", line.documents(), differences);
                return differences == 0 ? 0 : 1;
            } else if (line.kind().equals("broken-off")) {
                out.println("broken off: " + line.detail());
                return 1;
            }
        }
        out.println("broken off");
        return 1;
    }
}
