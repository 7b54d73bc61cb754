package dev.sluice.load.crowd;

import dev.sluice.load.patience.Backoff;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does things concurrently, each on a virtual thread, at most so many at once; who hands in one more waits. The first
 * failure interrupts the others and comes out of {@link #join} or the next {@link #add}.
 */
public final class Crowd implements AutoCloseable {
    private final int width;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    public Crowd(int width) {
        this.width = width;
        this.places = new Semaphore(width);
    }

    /** Does the same with every item and returns when all is done. */
    public static <T> void each(Iterable<T> items, int width, Consumer<T> task) {
        try (Crowd crowd = new Crowd(width)) {
            items.forEach(item -> crowd.add(() -> task.accept(item)));
            crowd.join();
        }
    }

    public void add(Runnable task) {
        takePlaces(1);
        rethrow();
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                if (failure.compareAndSet(null, e)) {
                    threads.shutdownNow();
                }
            } finally {
                places.release();
            }
        });
    }

    /** Waits for all that was added. */
    public void join() {
        takePlaces(width);
        places.release(width);
        rethrow();
    }

    /** Interrupts whatever is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void takePlaces(int count) {
        try {
            places.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Backoff.Interrupted();
        }
    }

    private void rethrow() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
