package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops the launcher, which stops its children; data stays. */
@Command(name = "down", description = "Stop everything; data stays.")
public final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Optional<State> running = new StateFile(Home.here()).running();
        Optional<ProcessHandle> launcher = running.flatMap(state -> ProcessHandle.of(state.pid()));
        if (launcher.isEmpty()) {
            System.out.println("Sluice is not running.");
            return 0;
        }
        long started = System.nanoTime();
        launcher.get().destroy();
        launcher.get().onExit().get(2, TimeUnit.MINUTES);
        System.out.printf("Sluice is down after %.1f s; its data stays.%n", (System.nanoTime() - started) / 1e9);
        return 0;
    }
}
