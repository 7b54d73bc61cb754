package dev.sluice.local.mysql;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sluice.local.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The server's binaries, unpacked once into a directory named by the artefact and its version. */
public final class Distribution {

    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    private Distribution() {}

    /** The base directory. Two launchers may race: the move into place is atomic, and the loser takes the winner's. */
    public static Path unpacked(Home home) throws IOException, InterruptedException {
        Path jar = jar(home.target("infra/runtime/mysql").resolve("lib"));
        Path target = home.cache().resolve(jar.getFileName().toString().replace(".jar", ""));
        if (Files.isExecutable(target.resolve("bin/mysqld"))) {
            return target;
        }
        Files.createDirectories(home.cache());
        Path unpacking = Files.createTempDirectory(home.cache(), "unpacking");
        untar(jar, unpacking);
        try {
            Files.move(unpacking, target, ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(target.resolve("bin/mysqld"))) {
                throw e;
            }
        }
        return target;
    }

    private static Path jar(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no MySQL artefact in " + lib + ": build first"));
        }
    }

    private static void untar(Path jar, Path directory) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (FileSystem archive = FileSystems.newFileSystem(jar);
                OutputStream input = tar.getOutputStream()) {
            Files.copy(archive.getPath(ARCHIVE), input);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("unpacking " + jar + " failed: is the disk full?");
        }
    }
}
