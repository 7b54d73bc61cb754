package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For {@code eval "$(./sluice env)"}. */
@Command(name = "env", description = "Print the addresses of the running instance as export lines for a shell.")
public final class EnvCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        State state = new StateFile(home).needed();
        state.environment().forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
        System.out.println("export SLUICE_HOME='" + home.directory() + "'");
        return 0;
    }
}
