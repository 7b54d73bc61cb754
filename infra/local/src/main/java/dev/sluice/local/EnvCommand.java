package dev.sluice.local;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For {@code eval "$(./sluice env)"}. */
@Command(name = "env", description = "Print the addresses of the running instance as export lines for a shell.")
final class EnvCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Home home = Main.home();
        State state = new StateFile(home).running().orElseThrow(() -> new IllegalStateException(NotRunning.MESSAGE));
        state.environment().forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
        System.out.println("export SLUICE_HOME='" + home.directory() + "'");
        return 0;
    }
}
