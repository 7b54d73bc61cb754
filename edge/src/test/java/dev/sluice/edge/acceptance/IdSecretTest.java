package dev.sluice.edge.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.settings.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdSecretTest {
    @TempDir
    Path home;

    @Test
    void isTheConfiguredOne() {
        assertThat(IdSecret.of("configured", home)).isEqualTo("configured".getBytes(StandardCharsets.UTF_8));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void isWrittenOnceAndForItsOwnerAlone() throws IOException {
        byte[] first = IdSecret.of(null, home.resolve("deep/er"));

        assertThat(IdSecret.of(null, home.resolve("deep/er"))).isEqualTo(first).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("deep/er/edge-id-secret"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("deep/er")).isDirectoryContaining("glob:**/edge-id-secret");
    }

    @Test
    void isOneForAllThatStartTogether() {
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(_ -> new String(IdSecret.of(null, home), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void saysTheMendWhereItCannotBeKept() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> IdSecret.of(null, file))
                .withMessageContaining(file.toString());
    }
}
