package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The end of a log, as tail shows it. */
@Command(name = "logs", description = "Show the end of a process's log.")
public final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "As ./sluice status shows it, or launcher.")
    private String name = "";

    @Option(names = "-f", description = "Follow it.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines = 200;

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        Path log = home.log(name);
        if (!Files.exists(log)) {
            throw new IllegalArgumentException("no log of " + name + "; there are: " + String.join(", ", names(home)));
        }
        return new ProcessBuilder("tail", "-n", Integer.toString(lines), follow ? "-F" : "-q", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> names(Home home) throws IOException {
        Path directory = home.logs();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> logs = Files.list(directory)) {
            return logs.map(log -> log.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
