package dev.sluice.local.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds native programs and the libraries they need, on the system or in Debian's archive. */
public final class Natives {

    /** Which packages carry a library; the first that the archive knows is taken. */
    private static final Map<String, List<String>> PACKAGES = Map.ofEntries(
            Map.entry("libaio.so.1", List.of("libaio1", "libaio1t64")),
            Map.entry("libnuma.so.1", List.of("libnuma1")),
            Map.entry("libatomic.so.1", List.of("libatomic1")),
            Map.entry("libjemalloc.so.2", List.of("libjemalloc2")),
            Map.entry("liblzf.so.1", List.of("liblzf1")),
            Map.entry("libssl.so.3", List.of("libssl3", "libssl3t64")),
            Map.entry("libcrypto.so.3", List.of("libssl3", "libssl3t64")),
            Map.entry("libssl.so.1.1", List.of("libssl1.1")),
            Map.entry("libcrypto.so.1.1", List.of("libssl1.1")),
            Map.entry("libsystemd.so.0", List.of("libsystemd0")),
            Map.entry("liblua5.1.so.0", List.of("liblua5.1-0")),
            Map.entry("liblua5.1-cjson.so.0", List.of("lua-cjson")),
            Map.entry("liblua5.1-bitop.so.0", List.of("lua-bitop")),
            Map.entry("libhiredis.so.0.14", List.of("libhiredis0.14")),
            Map.entry("libstdc++.so.6", List.of("libstdc++6")),
            Map.entry("libgcc_s.so.1", List.of("libgcc-s1")));

    private final Archive archive;

    public Natives(Path cache) {
        archive = new Archive(cache.resolve("debian"));
    }

    /** A program that we have, completed with libraries. Throws {@link Missing}. */
    public synchronized Native complete(Path executable) throws IOException, InterruptedException {
        if (missing(executable, null).isEmpty()) {
            return new Native(executable, null);
        }
        for (int round = 0; round < 3; round++) {
            List<String> missing = missing(executable, archive.libraries());
            if (missing.isEmpty()) {
                return new Native(executable, archive.libraries());
            }
            for (String library : missing) {
                fetch(library, PACKAGES.getOrDefault(library, List.of()));
            }
        }
        throw new Missing(executable.getFileName() + " lacks " + missing(executable, archive.libraries())
                + ": install the packages that have them.");
    }

    /** A program of the given name: on the PATH, or from the packages together. Throws {@link Missing}. */
    public synchronized Native program(String name, String... packages) throws IOException, InterruptedException {
        for (String directory : List.of(System.getenv().getOrDefault("PATH", "").split(":", -1))) {
            Path candidate = Path.of(directory, name);
            if (Files.isExecutable(candidate)) {
                return complete(candidate);
            }
        }
        Path unpacked = archive.root().resolve("usr/bin").resolve(name);
        if (!Files.isExecutable(unpacked)) {
            for (String wanted : packages) {
                fetch(name, List.of(wanted));
            }
        }
        return complete(unpacked);
    }

    private void fetch(String what, List<String> packages) throws IOException, InterruptedException {
        if (packages.isEmpty() || !archive.fetch(packages)) {
            String mend = packages.isEmpty() ? what : packages.getFirst();
            throw new Missing(what + " is missing on this machine and could not be fetched: install it, for example by"
                    + " apt-get install " + mend);
        }
    }

    private static List<String> missing(Path executable, @org.jspecify.annotations.Nullable Path libraries)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("ldd", executable.toString());
        if (libraries != null) {
            builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        }
        Process ldd = builder.redirectErrorStream(true).start();
        List<String> missing = new ArrayList<>();
        try (Stream<String> lines = ldd.inputReader().lines()) {
            lines.filter(line -> line.contains("not found"))
                    .map(line -> line.substring(0, line.indexOf("=>")).strip())
                    .forEach(missing::add);
        }
        ldd.waitFor();
        return missing;
    }
}
