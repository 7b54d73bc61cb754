package dev.sluice.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasUsedThisWeek() throws IOException {
        Path old = stage("edge-1", Duration.ofDays(8));
        Path recent = stage("edge-2", Duration.ofDays(6));
        Path current = stage("edge-3", Duration.ofDays(30));
        Leftovers.use(current, NOW);

        assertThat(Leftovers.trim(folder, NOW)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(recent.resolve("lib/a.jar")).exists();
        assertThat(current.resolve("lib/a.jar")).exists();
    }

    @Test
    void keepsWhatAProcessRunsFrom() throws Exception {
        Path old = stage("edge-1", Duration.ofDays(8));
        Process running =
                new ProcessBuilder("tail", "-f", old.resolve("lib/a.jar").toString()).start();
        try {
            // The child is a copy of this JVM until it has become the other program.
            await().until(() -> running.info().commandLine().orElse("").contains(old.toString()));
            assertThat(Leftovers.trim(folder, NOW)).isZero();
            assertThat(old).exists();
        } finally {
            running.destroyForcibly().waitFor();
        }
        assertThat(Leftovers.trim(folder, NOW)).isEqualTo(1);
    }

    @Test
    void hasNothingToDoBeforeTheFirstStart() throws IOException {
        assertThat(Leftovers.trim(folder.resolve("none"), NOW)).isZero();
    }

    private Path stage(String name, Duration age) throws IOException {
        Path stage = folder.resolve(name);
        Files.createDirectories(stage.resolve("lib"));
        Files.writeString(stage.resolve("lib/a.jar"), "a");
        Leftovers.use(stage, NOW.minus(age));
        return stage;
    }
}
