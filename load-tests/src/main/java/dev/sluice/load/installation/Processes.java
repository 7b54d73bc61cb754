package dev.sluice.load.installation;

import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./sluice status --json} shows, read where the launcher keeps it. */
public record Processes(List<Member> members) {

    public record Member(String name, long pid, int port, String health, int restarts) {

        /** {@code kill -9}. */
        public void kill() {
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }

        /** {@code STOP} leaves it hanging, {@code CONT} lets it go on. */
        public void signal(String signal) {
            try {
                int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("kill -" + signal + " " + pid + " failed");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    public static Processes read(Path home) {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(home.resolve("state.json")), Processes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes that host bounded contexts: command-service, or one for each context. */
    public List<Member> ofContexts() {
        return members.stream()
                .filter(member -> member.name().startsWith("command-"))
                .toList();
    }

    /** The names of all that run there; none where there is no launcher to say. */
    public static List<String> runningIn(Path home) {
        return Files.exists(home.resolve("state.json"))
                ? read(home).members().stream().map(Member::name).toList()
                : List.of();
    }

    public Member get(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name + " in " + members));
    }
}
