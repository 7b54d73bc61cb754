package dev.sluice.local.supervision;

import dev.sluice.local.process.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts children that the kernel kills when this process ends, however it ends. The kernel ties that to the <em>thread</em>
 * which started the child, so one thread starts all of them and lives as long as the process. Each child gets a session of
 * its own, so that Ctrl-C reaches the launcher alone and the stop has an order.
 */
final class Spawner {

    /** The parent may have died before the signal was armed; the shell sees that by its own parent. */
    private static final String UNLESS_ORPHANED = "test \"$PPID\" = \"$0\" || exit 1; exec \"$@\"";

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("spawner").daemon().factory());

    Process spawn(Program program) throws IOException, InterruptedException {
        try {
            return thread.submit(() -> start(program)).get();
        } catch (ExecutionException e) {
            throw new IOException("cannot run " + program.command().getFirst() + ": " + e.getCause(), e.getCause());
        }
    }

    private static Process start(Program program) throws IOException {
        Files.createDirectories(program.directory());
        Files.createDirectories(program.log().getParent());
        makeRoom(program.log());
        ProcessBuilder builder = new ProcessBuilder(
                        command(ProcessHandle.current().pid(), program.command()))
                .directory(program.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.environment());
        return builder.start();
    }

    static List<String> command(long parent, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                "setsid", "setpriv", "--pdeathsig", "KILL", "sh", "-c", UNLESS_ORPHANED, Long.toString(parent)));
        command.addAll(program);
        return command;
    }

    /** Keeps one old log, so that restarts never fill the disk. */
    private static void makeRoom(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > 20_000_000) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
