package dev.sluice.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.home.Home;
import dev.sluice.local.supervision.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostMortemTest {
    @TempDir
    Path folder;

    @Test
    void showsTheLastWordsWithoutWhatTheJvmSaysOfItsCache() throws IOException {
        List<String> log = new ArrayList<>(List.of("starting", "No space left on device"));
        for (int i = 0; i < 50; i++) {
            log.add("[10.0%02ds][warning][aot] Skipping jdk/proxy2/$Proxy%d: Unsupported location".formatted(i, i));
        }

        String report = report(log);

        assertThat(report)
                .isEqualTo("kafka did not start: exited with 1\nThe end of its log:\n  starting\n"
                        + "  No space left on device\nThe disk is full. Free some space and start again.");
    }

    @Test
    void pointsToTheWholeLogWhereItKnowsNoMend() throws IOException {
        assertThat(report(List.of("odd")))
                .endsWith("./sluice clean, then ./sluice up.")
                .contains("./sluice logs kafka");
    }

    private String report(List<String> log) throws IOException {
        Home home = new Home(folder, folder);
        Files.createDirectories(home.logs());
        Files.write(home.log("kafka"), log);
        return PostMortem.of(new StartFailed("kafka", "exited with 1"), home);
    }
}
