package dev.sluice.local.home;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directory of one instance, and the repository that it runs from.
 *
 * @param repository holds the built modules, and in {@code .sluice/cache} what is unpacked once for all instances
 */
public record Home(Path repository, Path directory) {

    /** What this process's environment names; the script says where the repository is. */
    public static Home here() {
        return of(System.getenv(), Path.of(System.getProperty("sluice.repository", ".")));
    }

    /** From {@code SLUICE_HOME}, else {@code .sluice} in the repository. */
    public static Home of(Map<String, String> environment, Path repository) {
        String chosen = environment.getOrDefault("SLUICE_HOME", "");
        Path directory = chosen.isBlank() ? repository.resolve(".sluice") : Path.of(chosen);
        return new Home(
                repository.toAbsolutePath().normalize(),
                directory.toAbsolutePath().normalize());
    }

    public Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    public Path cache() {
        return repository.resolve(".sluice/cache");
    }

    /** The output directory of a module. */
    public Path target(String module) {
        return repository.resolve(module).resolve("target");
    }
}
