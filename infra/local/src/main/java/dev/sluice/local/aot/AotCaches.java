package dev.sluice.local.aot;

import dev.sluice.local.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The caches of all instances of a repository, each named by the very files and JDK that it holds for. */
public final class AotCaches {

    private final Path directory;
    private final boolean record;

    /** @param record whether a program without a cache shall record one */
    public AotCaches(Home home, boolean record) {
        this(home.cache().resolve("aot"), record);
    }

    private AotCaches(Path directory, boolean record) {
        this.directory = directory;
        this.record = record;
    }

    /** The same for programs that start from what another records. */
    public AotCaches readOnly() {
        return new AotCaches(directory, false);
    }

    /** The cache of a program whose class path is all jars of the directories. */
    public AotCache of(String name, Path... classPath) throws IOException {
        Files.createDirectories(directory);
        String key = name + "-" + hash(List.of(classPath));
        return new AotCache(directory.resolve(key + ".aot"), record);
    }

    private static String hash(List<Path> classPath) throws IOException {
        StringBuilder what = new StringBuilder(System.getProperty("java.vm.version", ""));
        for (Path path : classPath) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path jar : files.filter(Files::isRegularFile).sorted().toList()) {
                    what.append('\n').append(jar).append(' ').append(Files.size(jar));
                    what.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
                }
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(what.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
