package dev.sluice.local.aot;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sluice.local.home.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One program's cache. Without it a program starts recording; once it works, the recording is ended in the running JVM
 * and a second process makes the cache of it, for the next start.
 */
public final class AotCache {

    private final Path file;
    private final boolean record;

    AotCache(Path file, boolean record) {
        this.file = file;
        this.record = record;
    }

    /** What to start the program with. A cache that does not fit is ignored by the JVM with a warning. */
    public List<String> options() throws IOException {
        if (Files.exists(file)) {
            Leftovers.use(file, Clock.systemUTC().instant());
            return List.of("-XX:AOTCache=" + file);
        }
        if (record && !recorded()) {
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
        }
        return List.of();
    }

    public boolean missing() {
        return record && !Files.exists(file);
    }

    /** Ends the recording in the JVM, which goes on working. */
    public void endRecording(long pid) throws IOException, InterruptedException {
        if (recorded()) {
            return;
        }
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "AOT.end_recording")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    /** A JVM that still records keeps the file empty. */
    public boolean recorded() throws IOException {
        return Files.exists(recording()) && Files.size(recording()) > 0;
    }

    /** The command that makes the cache, from the one that ran the program. */
    public List<String> creation(List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(program.getFirst());
        command.addAll(
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished()));
        program.stream().skip(1).filter(option -> !option.startsWith("-XX:AOT")).forEach(command::add);
        return command;
    }

    /** Takes the new cache into use, and with it the recording out of it. */
    public void finish() throws IOException {
        if (Files.exists(unfinished())) {
            Files.move(unfinished(), file, ATOMIC_MOVE);
        }
        Files.deleteIfExists(recording());
    }

    private Path recording() {
        return file.resolveSibling(file.getFileName() + ".recording");
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
