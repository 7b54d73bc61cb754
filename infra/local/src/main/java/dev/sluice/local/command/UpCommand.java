package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.terminal.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the launcher and shows its progress. */
@Command(name = "up", description = "Start everything and stay in the foreground; Ctrl-C stops it.")
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--detach", description = "Return once all is ready, and leave it running.")
    private boolean detach;

    @Option(names = "--servers-only", description = "Start MySQL, Kafka, Connect, Redis and Elasticsearch alone.")
    private boolean serversOnly;

    @Option(names = "--contexts-apart", description = "Run each bounded context in a process of its own.")
    private boolean apart;

    @Option(
            names = "--write-side",
            description = "Start MySQL, Kafka, Connect and command-service alone, to measure what writing costs.")
    private boolean writeSide;

    @Option(names = "--no-demo", description = "Leave empty data empty.")
    private boolean noDemo;

    @Option(names = "--no-caches", hidden = true)
    private boolean noCaches;

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        if (new StateFile(home).running().isPresent()) {
            System.out.println("Sluice is up already. See: ./sluice status");
            return 0;
        }
        List<String> options = new ArrayList<>();
        if (serversOnly) {
            options.add("--servers-only");
        }
        if (apart) {
            options.add("--contexts-apart");
        }
        if (writeSide) {
            options.add("--write-side");
        }
        if (noCaches) {
            options.add("--no-caches");
        }
        if (noDemo) {
            options.add("--no-demo");
        }
        Launch launch = Launch.of(home, options, detach);
        return detach ? launch.untilReady() : launch.untilEnd();
    }
}
