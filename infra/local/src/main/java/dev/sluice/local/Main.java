package dev.sluice.local;

import dev.sluice.local.command.CleanCommand;
import dev.sluice.local.command.DownCommand;
import dev.sluice.local.command.EnvCommand;
import dev.sluice.local.command.LoadCommand;
import dev.sluice.local.command.LogsCommand;
import dev.sluice.local.command.RunCommand;
import dev.sluice.local.command.StatusCommand;
import dev.sluice.local.command.TokenCommand;
import dev.sluice.local.command.UpCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. An operator's mistake is one line that says the mend; a stack trace is a fault of ours. */
@Command(
        name = "sluice",
        description = "Runs Sluice on this machine: real servers, our services, a demo shop.",
        mixinStandardHelpOptions = true,
        footer = {"", "./sluice test runs every test, on real servers of its own."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            RunCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            EnvCommand.class,
            TokenCommand.class,
            LoadCommand.Demo.class,
            LoadCommand.Replay.class,
            LoadCommand.Rebuild.class,
            LoadCommand.Compare.class,
            LoadCommand.ExportSite.class,
            LoadCommand.Bench.class,
            LoadCommand.Chaos.class,
            CleanCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> complain(failure, line.getErr()))
                .execute(args));
    }

    private static int complain(Exception failure, PrintWriter err) {
        if (failure.getMessage() == null || failure instanceof NullPointerException) {
            failure.printStackTrace(err);
        } else {
            err.println("sluice: " + failure.getMessage());
        }
        return 1;
    }
}
