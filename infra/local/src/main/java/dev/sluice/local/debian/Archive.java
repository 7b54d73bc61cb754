package dev.sluice.local.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian packages unpacked beside each other in our cache: no root, no change to the system. As root the package lists
 * are refreshed where a package is unknown, as in fresh container images.
 */
final class Archive {

    private final Path directory;
    private boolean refreshed;

    Archive(Path directory) {
        this.directory = directory;
    }

    Path root() {
        return directory.resolve("root");
    }

    Path libraries() {
        return directory.resolve("lib");
    }

    /** Unpacks the first of the alternatives that the archive knows; whether there was one. */
    boolean fetch(List<String> alternatives) throws IOException, InterruptedException {
        Path downloads = Files.createDirectories(directory.resolve("downloads"));
        if (!downloaded(alternatives, downloads)) {
            return false;
        }
        for (Path download : debs(downloads)) {
            run(downloads, "dpkg-deb", "-x", download.toString(), root().toString());
            Files.delete(download);
        }
        gather();
        return true;
    }

    private boolean downloaded(List<String> alternatives, Path downloads) throws IOException, InterruptedException {
        for (String name : alternatives) {
            if (run(downloads, "apt-get", "download", name)) {
                return true;
            }
        }
        if (refreshed || !"root".equals(System.getProperty("user.name"))) {
            return false;
        }
        refreshed = true;
        return run(downloads, "apt-get", "update") && downloaded(alternatives, downloads);
    }

    /** One directory of libraries by the names that programs ask for; newer Debians add t64 to libaio's. */
    private void gather() throws IOException {
        Files.createDirectories(libraries());
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root())) {
            files.filter(file -> file.getFileName().toString().contains(".so.")).forEach(found::add);
        }
        for (Path library : found) {
            Path link = libraries().resolve(library.getFileName().toString().replace("t64", ""));
            if (!Files.exists(link)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, library);
            }
        }
    }

    private static List<Path> debs(Path downloads) throws IOException {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    private static boolean run(Path directory, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            // No such program: this is no Debian.
            return false;
        }
    }
}
