package dev.sluice.local.supervision;

import dev.sluice.local.aot.AotCache;
import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Phase;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** All children of a launcher; whatever happens to one is in the state file at once. */
public final class Family {

    private final StateFile file;
    private final Map<String, String> variables;
    private final Function<String, String> log;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Spawner spawner = new Spawner();
    private volatile Phase phase = Phase.STARTING;

    /** A running program with the cache that it has or wants. */
    public record Cached(AotCache cache, long pid, List<String> command) {}

    public Family(StateFile file, Map<String, String> variables, Function<String, String> log) {
        this.file = file;
        this.variables = variables;
        this.log = log;
    }

    public void start(Server server) throws InterruptedException {
        Child child = new Child(server, spawner, this::publish);
        children.add(child);
        child.start();
    }

    public boolean has(String name) {
        return children.stream().anyMatch(child -> child.name().equals(name));
    }

    /** Those that were started last stop first, but side by side where nothing is between them. */
    public void stop(List<List<String>> order) throws InterruptedException {
        become(Phase.STOPPING);
        for (List<String> together : order) {
            List<Thread> threads = children.stream()
                    .filter(child -> together.contains(child.name()))
                    .map(child -> Thread.ofVirtual().start(() -> stop(child)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** The children that are Java programs, as they run now. */
    public List<Cached> cached() {
        return children.stream().flatMap(child -> child.cached().stream()).toList();
    }

    /** Starts a program that is no server but dies with us like one. */
    public Process spawn(Program program) throws IOException, InterruptedException {
        return spawner.spawn(program);
    }

    public void become(Phase next) {
        phase = next;
        publish();
    }

    private static void stop(Child child) {
        try {
            child.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void publish() {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            file.write(new State(
                    self.pid(),
                    started,
                    phase,
                    variables,
                    children.stream().map(this::member).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written: is the disk full?", e);
        }
    }

    private State.Member member(Child child) {
        return new State.Member(
                child.name(),
                child.pid(),
                child.port(),
                child.health().name(),
                child.restarts(),
                log.apply(child.name()));
    }
}
