package dev.sluice.load;

import dev.sluice.load.bench.BenchCommand;
import dev.sluice.load.chaos.ChaosCommand;
import dev.sluice.load.demo.DemoCommand;
import dev.sluice.load.export.ExportSiteCommand;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Stalled;
import dev.sluice.load.rebuild.CompareCommand;
import dev.sluice.load.rebuild.RebuildCommand;
import dev.sluice.load.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./sluice demo}, {@code replay}, {@code rebuild}, {@code compare}, {@code export-site}, {@code bench} and {@code chaos}. Exit codes: 0 done, 1 failed, 2 wrong call. */
@Command(
        name = "sluice",
        description = "Drives a running Sluice.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            RebuildCommand.class,
            CompareCommand.class,
            ExportSiteCommand.class,
            BenchCommand.class,
            ChaosCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception))
                .execute(args));
    }

    /** One line for whatever an operator can mend; the rest is a fault of ours and shows where it happened. */
    private static int explain(Exception exception) throws Exception {
        return switch (exception) {
            case CompletionException elsewhere when elsewhere.getCause() instanceof Exception cause -> explain(cause);
            case OperatorMistake mistake -> say(mistake, 2);
            case Sender.Unreachable unreachable -> say(unreachable, 1);
            case Answer.Unexpected unexpected -> say(unexpected, 1);
            case Stalled stalled -> say(stalled, 1);
            case UncheckedIOException io -> say(io, 1);
            case IOException io -> say(io, 1);
            default -> throw exception;
        };
    }

    private static int say(Exception exception, int code) {
        System.err.println("sluice: " + exception.getMessage());
        return code;
    }
}
