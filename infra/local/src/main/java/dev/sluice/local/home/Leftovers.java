package dev.sluice.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What earlier builds left in a directory of the cache. Whoever starts from an entry marks it; what nobody has marked for a
 * while goes, unless a process still runs from it: its launcher may have to start it again.
 */
public final class Leftovers {

    private static final Duration KEPT = Duration.ofDays(7);

    private Leftovers() {}

    /** Says that an entry is in use now. */
    public static void use(Path entry, Instant now) throws IOException {
        Files.setLastModifiedTime(entry, FileTime.from(now));
    }

    /** Deletes the directory's entries that nobody runs from or started from within a week; how many those were. */
    public static int trim(Path directory, Instant now) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        List<Path> old;
        try (Stream<Path> entries = Files.list(directory)) {
            old = entries.filter(entry -> isOld(entry, now)).toList();
        }
        if (old.isEmpty()) {
            return 0;
        }
        List<String> running = commandLines();
        List<Path> unused = old.stream()
                .filter(entry -> running.stream().noneMatch(line -> line.contains(entry.toString())))
                .toList();
        for (Path entry : unused) {
            delete(entry);
        }
        return unused.size();
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    private static boolean isOld(Path entry, Instant now) {
        try {
            return Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(KEPT));
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a file, or a directory with all that is in it; nothing where there is none. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(root)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
