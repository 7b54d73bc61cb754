package dev.sluice.load.e2e;

import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.patience.Backoff;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Keeps a process dead although its launcher starts it again: each successor is killed as soon as it is there, long before
 * it could serve. After its end the launcher has its way.
 */
final class Grave implements AutoCloseable {
    /** Much shorter than the seconds that a server needs to start. */
    private static final Duration POLL = Duration.ofMillis(20);

    private final Supplier<Member> member;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean escaped = new AtomicBoolean();
    private final Thread keeper;

    /** Returns once it is dead. */
    Grave(Supplier<Member> member) {
        this.member = member;
        long first = member.get().pid();
        kill(first);
        keeper = Thread.ofPlatform().name("grave").start(() -> keep(first));
    }

    /** Whether it was never healthy again. */
    boolean isKept() {
        return !escaped.get();
    }

    private void keep(long first) {
        long dead = first;
        while (!open.get()) {
            Member now = member.get();
            if (now.pid() != 0 && now.pid() != dead) {
                escaped.compareAndSet(false, now.health().equals("UP"));
                dead = now.pid();
                kill(dead);
            }
            Backoff.pauseFor(POLL);
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public void close() {
        open.set(true);
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
