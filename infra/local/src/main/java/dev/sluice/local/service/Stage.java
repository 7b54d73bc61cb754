package dev.sluice.local.service;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.Leftovers;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A module's executable jar with its libraries, outside the build and named by content. A build never changes what runs,
 * and an AOT cache, which holds only for the very files it was made from, lasts until the module really changes.
 */
public final class Stage {

    private final Path directory;
    private final String jar;

    private Stage(Path directory, String jar) {
        this.directory = directory;
        this.jar = jar;
    }

    /** Whether the module is built as something to run. */
    public static boolean exists(Home home, String module) throws IOException {
        List<Path> jars = snapshots(home.target(module));
        return jars.size() == 1 && isExecutable(jars.getFirst());
    }

    private static boolean isExecutable(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            Manifest manifest = content.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.MAIN_CLASS);
        }
    }

    /** The stage of what is built now. */
    public static Stage of(Home home, String module) throws IOException {
        Path target = home.target(module);
        List<Path> jars = snapshots(target);
        if (jars.size() != 1) {
            throw new IOException(module + " is not built: ./mvnw package");
        }
        Path jar = jars.getFirst();
        String name = jar.getFileName().toString();
        Path stage = home.cache().resolve("stages").resolve(module.replace('/', '-') + "-" + hash(jar, target));
        if (!Files.isDirectory(stage)) {
            Files.createDirectories(stage.getParent());
            Path filling = Files.createTempDirectory(stage.getParent(), "filling");
            fill(filling, jar, target.resolve("lib"));
            move(filling, stage);
        }
        Leftovers.use(stage, Clock.systemUTC().instant());
        return new Stage(stage, name);
    }

    public Path jar() {
        return directory.resolve(jar);
    }

    public Path directory() {
        return directory;
    }

    private static void fill(Path stage, Path jar, Path lib) throws IOException {
        Files.copy(jar, stage.resolve(jar.getFileName()));
        Path libraries = Files.createDirectories(stage.resolve("lib"));
        for (Path library : list(lib)) {
            Path staged = libraries.resolve(library.getFileName());
            if (isOurs(library)) {
                Files.copy(library, staged);
            } else {
                link(library, staged);
            }
        }
    }

    /** Released libraries never change, so a second name for the same file is enough. */
    private static void link(Path library, Path staged) throws IOException {
        try {
            Files.createLink(staged, library);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(library, staged);
        }
    }

    /** Of two launchers that race, one wins and both use the winner's. */
    private static void move(Path filling, Path stage) throws IOException {
        try {
            Files.move(filling, stage, ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(stage)) {
                throw e;
            }
        }
    }

    private static String hash(Path jar, Path target) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(jar));
            for (Path library : list(target.resolve("lib"))) {
                digest.update(library.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (isOurs(library)) {
                    digest.update(Files.readAllBytes(library));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOurs(Path library) {
        return library.getFileName().toString().endsWith("-SNAPSHOT.jar");
    }

    private static List<Path> snapshots(Path target) throws IOException {
        return list(target).stream().filter(Stage::isOurs).toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
