package dev.sluice.local;

import dev.sluice.local.home.Home;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands of {@code ./sluice}. An operator's mistake is one line that says the mend; a stack trace is a bug of ours. */
@Command(
        name = "sluice",
        description = "Runs Sluice on this machine: real servers, our services, a demo shop.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            RunCommand.class,
            DownCommand.class,
            StatusCommand.class,
            EnvCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("sluice: " + Complaint.of(e));
                    return 1;
                })
                .execute(args));
    }

    /** The home that the environment names; the script says where the repository is. */
    static Home home() {
        return Home.of(System.getenv(), Path.of(System.getProperty("sluice.repository", ".")));
    }
}
