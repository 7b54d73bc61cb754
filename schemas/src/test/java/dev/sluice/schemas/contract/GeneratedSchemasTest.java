package dev.sluice.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schemas are committed, so that they can be read, linked and compared; and made from the records, so that they are
 * right.
 */
class GeneratedSchemasTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/contract");
    private static final String REGENERATE = "./mvnw -pl schemas -am verify -Dcontract=write";

    @Test
    void filesSayWhatTheRecordsSay() throws IOException {
        Map<String, String> made = GeneratedSchemas.byFile();
        if ("write".equals(System.getProperty("contract"))) {
            write(made);
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            assertThat(DIRECTORY.resolve(file.getKey()))
                    .as("%s differs from its record; regenerate it: %s", file.getKey(), REGENERATE)
                    .exists()
                    .hasContent(file.getValue());
        }
        assertThat(generated())
                .as("Schemas without a record; regenerate: %s", REGENERATE)
                .isSubsetOf(made.keySet());
    }

    private static void write(Map<String, String> made) throws IOException {
        for (String old : generated()) {
            Files.delete(DIRECTORY.resolve(old));
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Path path = DIRECTORY.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Directories hold nothing else; the top level is written by hand, too. */
    private static List<String> generated() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .map(DIRECTORY::relativize)
                    .filter(path -> path.getNameCount() > 1)
                    .map(Path::toString)
                    .toList();
        }
    }
}
