package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.Leftovers;
import dev.sluice.local.home.Lock;
import java.io.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes what an instance has stored; what is unpacked and built stays, so that the next start is quick. */
@Command(name = "clean", description = "Delete all data, logs and keys of this instance. Asks first.")
public final class CleanCommand implements Callable<Integer> {

    private static final List<String> OURS = List.of(
            "data",
            "streams",
            "logs",
            "issuer",
            "edge-id-secret",
            "replays",
            "chaos",
            "ports.json",
            "state.json",
            "demo.unfinished");

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        try (Lock lock = Lock.take(home)
                .orElseThrow(() -> new IllegalStateException("Sluice is running. Stop it first with: ./sluice down"))) {
            lock.assertHeld();
            if (!yes && !agreed(home)) {
                System.out.println("Nothing deleted.");
                return 1;
            }
            for (String name : OURS) {
                Leftovers.delete(home.file(name));
            }
        }
        System.out.println("Deleted.");
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull") // asked for by -Djdk.console: without a terminal there is none
    private static boolean agreed(Home home) {
        Console console = System.console();
        if (console == null) {
            throw new IllegalStateException("clean asks before it deletes, and there is no terminal: add --yes");
        }
        String answer = console.readLine("Delete all data, logs and keys in %s? [y/N] ", home.directory());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
