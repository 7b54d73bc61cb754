package dev.sluice.local.home;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** {@code state.json}, always whole: written beside and moved into place. */
public final class StateFile {

    private final Path file;

    public StateFile(Home home) {
        file = home.file("state.json");
    }

    public synchronized void write(State state) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling("state.json.next");
        Files.write(next, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** The state that the last launcher left, whether it still runs or not. */
    public Optional<State> last() throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), State.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException(file + " is not readable (" + e.getOriginalMessage() + "); delete it");
        }
    }

    /** The state of the launcher that runs now. */
    public Optional<State> running() throws IOException {
        return last().filter(StateFile::alive);
    }

    /** The same for commands that are of no use without one. */
    public State needed() throws IOException {
        return running()
                .orElseThrow(() -> new IllegalStateException("Sluice is not running. Start it with: ./sluice up"));
    }

    private static boolean alive(State state) {
        return ProcessHandle.of(state.pid())
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(Instant::toEpochMilli)
                .filter(started -> started == state.started())
                .isPresent();
    }
}
