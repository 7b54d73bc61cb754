package dev.sluice.load.bench.textbook;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Axon as its documentation sets it up, on the same MySQL server, whose schema {@code bench_axon} it makes anew. It is told what to do line
 * by line, and answers so.
 */
public final class Textbook implements AutoCloseable {
    private static final String JAR = "load-tests/baseline/target/sluice-baseline-0.1.0-SNAPSHOT.jar";

    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;
    private final Path log;

    /** @param repository where it is built */
    public Textbook(Path repository, Installation installation) {
        log = installation.home().resolve("logs").resolve("bench-baseline.log");
        process = start(repository.resolve(JAR), installation.mysql(), log);
        to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        from = process.inputReader(StandardCharsets.UTF_8);
        expect("ready");
    }

    private static Process start(Path jar, Installation.MySql mysql, Path log) {
        if (!Files.exists(jar)) {
            throw new OperatorMistake("the baseline is not built (" + jar + "): ./mvnw package");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar.toString())
                .redirectError(Redirect.to(log.toFile()));
        builder.environment().put("SLUICE_MYSQL_URL", mysql.url());
        builder.environment().put("SLUICE_MYSQL_USER", mysql.user());
        builder.environment().put("SLUICE_MYSQL_PASSWORD", mysql.password());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What needs no answer. */
    public void say(String line) {
        to.println(line);
    }

    /** Throws IllegalStateException for another answer. */
    public void tell(String line, String expected) {
        say(line);
        expect(expected);
    }

    public <T> T ask(String line, Class<T> answer) {
        say(line);
        return Json.MAPPER.readValue(answer(), answer);
    }

    private void expect(String word) {
        String answer = answer();
        if (!answer.equals(word)) {
            throw new IllegalStateException("the baseline says " + answer + " instead of " + word + "; see " + log);
        }
    }

    private String answer() {
        try {
            String line = from.readLine();
            if (line == null) {
                throw new IllegalStateException("the baseline has ended; see " + log);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its input is its end. */
    @Override
    public void close() {
        to.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
