package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.OperatorMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives processes cores of their own, by taskset, and takes that back at the end. */
final class Cores implements AutoCloseable {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private final Map<Long, String> pinned = new LinkedHashMap<>();

    /** Throws where there is but one core, so that the load would be measured with the server. */
    Cores() {
        if (ALL < 2) {
            throw new OperatorMistake("bench edge needs two cores: one for the server, one for the load");
        }
    }

    /** To the first core, alone. */
    void serve(long pid) {
        pin(pid, "0");
    }

    /** To all other cores. */
    void keepOff(long pid) {
        pin(pid, "1-" + (ALL - 1));
    }

    private void pin(long pid, String cores) {
        pinned.put(pid, cores);
        taskset(pid, cores);
    }

    private static void taskset(long pid, String cores) {
        try {
            Process process = new ProcessBuilder(List.of("taskset", "-a", "-c", "-p", cores, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new OperatorMistake("process " + pid + " cannot be given a core: " + said.strip());
            }
        } catch (IOException e) {
            throw new OperatorMistake("bench edge needs taskset (Debian: util-linux): " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pinned.keySet().stream()
                .filter(pid -> ProcessHandle.of(pid).isPresent())
                .forEach(pid -> taskset(pid, "0-" + (ALL - 1)));
    }
}
