package dev.sluice.local.service;

import dev.sluice.local.home.Home;
import dev.sluice.local.process.JavaCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The demo shop and the replay, programs of the module load-tests that use the public API like anyone else. */
public final class LoadTests {

    private static final String MODULE = "load-tests";

    private LoadTests() {}

    public static boolean built(Home home) throws IOException {
        return Stage.exists(home, MODULE);
    }

    /** Runs one to its end on this process's own input and output; its exit code. */
    public static int run(Home home, Map<String, String> variables, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new JavaCommand()
                        .with("-XX:+UseSerialGC", "-Xmx512m")
                        .with("-jar", Stage.of(home, MODULE).jar().toString())
                        .with(arguments)
                        .build())
                .inheritIO();
        builder.environment().putAll(variables);
        builder.environment().put("SLUICE_HOME", home.directory().toString());
        builder.environment().put("SLUICE_REPOSITORY", home.repository().toString());
        Process process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
