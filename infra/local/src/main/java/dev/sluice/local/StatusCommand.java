package dev.sluice.local;

import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What runs. */
@Command(name = "status", description = "Show what runs.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Optional<State> running = new StateFile(Main.home()).running();
        if (running.isEmpty()) {
            System.out.println("Sluice is not running.");
            return 1;
        }
        System.out.println(running.get());
        return 0;
    }
}
