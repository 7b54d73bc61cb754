package dev.sluice.local.supervision;

import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real process that waits to be killed. */
record Idle(String name, Path folder) implements Server {

    @Override
    public int port() {
        return 0;
    }

    @Override
    public Program program() {
        return new Program(
                List.of("tail", "-f", "/dev/null"),
                Map.of(),
                folder.resolve(name),
                folder.resolve(name + ".log"),
                Duration.ofSeconds(5));
    }

    @Override
    public void check(long pid) throws IOException {
        if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            throw new IOException("process " + pid + " is gone");
        }
    }
}
