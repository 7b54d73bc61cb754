package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.service.LoadTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands commands that drive a running Sluice from outside, with all their arguments, to the programs that know them. */
public abstract class LoadCommand implements Callable<Integer> {

    private final String name;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    private LoadCommand(String name) {
        this.name = name;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        State state = new StateFile(home).needed();
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(arguments);
        return LoadTests.run(home, state.environment(), all);
    }

    @Command(name = "demo", description = "Load the demo shop, or put it back as it was, and place an order.")
    public static final class Demo extends LoadCommand {
        Demo() {
            super("demo");
        }
    }

    @Command(name = "replay", description = "Replay a file of real invoices as orders, and reconcile every penny.")
    public static final class Replay extends LoadCommand {
        Replay() {
            super("replay");
        }
    }

    @Command(name = "rebuild", description = "Build a projection anew beside the live one, and make it live.")
    public static final class Rebuild extends LoadCommand {
        Rebuild() {
            super("rebuild");
        }
    }

    @Command(name = "compare", description = "Compare all documents of two generations of a projection.")
    public static final class Compare extends LoadCommand {
        Compare() {
            super("compare");
        }
    }

    @Command(
            name = "export-site",
            description = "Write all product pages into a directory that any web server can serve.")
    public static final class ExportSite extends LoadCommand {
        ExportSite() {
            super("export-site");
        }
    }

    @Command(name = "bench", description = "Measure the running system; results are kept in load-tests/results.")
    public static final class Bench extends LoadCommand {
        Bench() {
            super("bench");
        }
    }

    @Command(name = "chaos", description = "Kill processes at random under load, and reconcile every order.")
    public static final class Chaos extends LoadCommand {
        Chaos() {
            super("chaos");
        }
    }
}
