package dev.sluice.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.Main;
import dev.sluice.local.home.Home;
import dev.sluice.local.home.Lock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a user calls it: in a process of its own, with a terminal and without. */
class CleanCommandTest {
    private static final List<String> DATA = List.of("data/mysql/ibdata1", "streams/rocks", "issuer/key.json");

    @TempDir
    Path folder;

    @BeforeEach
    void data() throws IOException {
        for (String name : DATA) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "precious");
        }
    }

    private record Ended(int code, String output) {}

    @Test
    void deletesNothingOnNo() throws Exception {
        Ended ended = onTerminal("n");

        assertThat(ended.output()).contains("Delete all data, logs and keys in " + folder, "Nothing deleted.");
        assertThat(DATA).allMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void deletesOnYes() throws Exception {
        Ended ended = onTerminal("y");

        assertThat(ended.output()).contains("Deleted.");
        assertThat(DATA).noneMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void deletesNothingWhereNobodyCanBeAsked() throws Exception {
        Ended ended = ended(java("clean"), "");

        assertThat(ended.output()).contains("there is no terminal: add --yes");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(DATA).allMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void deletesNothingUnderARunningInstance() throws Exception {
        try (Lock lock = Lock.take(new Home(folder, folder)).orElseThrow()) {
            lock.assertHeld();

            Ended ended = ended(java("clean", "--yes"), "");

            assertThat(ended.output()).contains("Sluice is running. Stop it first with: ./sluice down");
            assertThat(DATA).allMatch(name -> Files.exists(folder.resolve(name)));
        }
    }

    private Ended onTerminal(String answer) throws Exception {
        return ended(List.of("script", "-qec", String.join(" ", java("clean")), "/dev/null"), answer + "\n");
    }

    private static List<String> java(String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.concat(
                        Stream.of(java.toString(), "-Djdk.console=java.base", Main.class.getName()),
                        Stream.of(arguments))
                .toList();
    }

    private Ended ended(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SLUICE_HOME", folder.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
