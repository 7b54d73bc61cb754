package dev.sluice.local.supervision;

import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One supervised server. Before it was ready once, its death is a failure of the start; afterwards it is started again,
 * for ever, with a growing pause.
 */
final class Child {

    enum Health {
        STARTING,
        UP,
        UNHEALTHY,
        RESTARTING,
        STOPPED
    }

    private static final Duration EAGER = Duration.ofMillis(100);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Server server;
    private final Spawner spawner;
    private final Runnable changed;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Health health = Health.STARTING;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile @Nullable Process process;
    private volatile @Nullable Program program;
    private volatile String complaint = "";

    Child(Server server, Spawner spawner, Runnable changed) {
        this.server = server;
        this.spawner = spawner;
        this.changed = changed;
    }

    /** Starts it and waits until it works. Throws {@link StartFailed}. */
    void start() throws InterruptedException {
        Thread.ofVirtual().name("watch " + server.name()).start(this::watch);
        try {
            ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StartFailed(server.name(), reason(e));
        } catch (TimeoutException e) {
            throw new StartFailed(server.name(), "not ready after " + LONGEST_START.toSeconds() + " s: " + complaint);
        }
    }

    /** Asks it to stop, waits, and kills it when its grace is over. */
    void stop() throws InterruptedException {
        stopping.countDown();
        Process running = process;
        Program ran = program;
        if (running != null && ran != null) {
            running.destroy();
            if (!running.waitFor(ran.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
            ended.await();
        }
        become(Health.STOPPED);
    }

    Optional<Family.Cached> cached() {
        Program ran = program;
        try {
            return ran == null
                    ? Optional.empty()
                    : server.cache().map(cache -> new Family.Cached(cache, pid(), ran.command()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String name() {
        return server.name();
    }

    int port() {
        return server.port();
    }

    long pid() {
        Process running = process;
        return running == null || !running.isAlive() ? 0 : running.pid();
    }

    Health health() {
        return health;
    }

    int restarts() {
        return restarts.get();
    }

    private void watch() {
        try {
            Backoff backoff = new Backoff();
            do {
                Process running = run();
                long started = System.nanoTime();
                follow(running);
                backoff.ran(Duration.ofNanos(System.nanoTime() - started));
            } while (again(backoff));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private Process run() throws IOException, InterruptedException {
        Program next = server.program();
        program = next;
        Process started = spawner.spawn(next);
        process = started;
        if (stopping.getCount() == 0) {
            started.destroy();
        }
        changed.run();
        return started;
    }

    private void follow(Process running) throws InterruptedException {
        boolean worked = false;
        while (true) {
            boolean works = works(running.pid());
            worked |= works;
            if (works) {
                become(Health.UP);
                ready.complete(null);
            } else if (worked && stopping.getCount() > 0) {
                become(Health.UNHEALTHY);
            }
            if (running.waitFor((worked ? CALM : EAGER).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private boolean works(long pid) throws InterruptedException {
        try {
            server.check(pid);
            return true;
        } catch (IOException e) {
            complaint = String.valueOf(e.getMessage());
            return false;
        }
    }

    private boolean again(Backoff backoff) throws IOException, InterruptedException {
        Process dead = process;
        if (stopping.getCount() == 0 || dead == null) {
            return false;
        }
        if (!ready.isDone()) {
            throw new IOException("exited with " + dead.exitValue());
        }
        restarts.incrementAndGet();
        become(Health.RESTARTING);
        return !stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private void become(Health next) {
        if (health != next) {
            health = next;
            changed.run();
        }
    }
}
