package dev.sluice.local.debian;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program with the system libraries that it needs.
 *
 * @param libraries where those are that the system lacks, or null where it has them all
 */
public record Native(Path executable, @Nullable Path libraries) {

    public Map<String, String> environment() {
        return libraries == null ? Map.of() : Map.of("LD_LIBRARY_PATH", libraries.toString());
    }
}
