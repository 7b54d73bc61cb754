package dev.sluice.load.bench.read;

import dev.sluice.load.patience.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Looks again and again what a store shows of the orders of which something is open. */
final class Looker implements AutoCloseable {
    private final Sightings sightings;
    private final Function<List<String>, Map<String, Long>> store;
    private final Duration every;
    private final Clock clock;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;

    /**
     * @param store the versions that it shows of these orders
     * @param every the pause between two looks, by which a sighting may be late
     */
    Looker(Sightings sightings, Function<List<String>, Map<String, Long>> store, Duration every, Clock clock) {
        this.sightings = sightings;
        this.store = store;
        this.every = every;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("looker").daemon().start(this::look);
    }

    private void look() {
        try {
            while (true) {
                List<String> open = sightings.open();
                if (!open.isEmpty()) {
                    sightings.shown(store.apply(open), clock.instant());
                }
                Backoff.pauseFor(every);
            }
        } catch (Backoff.Interrupted e) {
            end.complete(null);
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    /** Throws what has ended the looking, if anything has. */
    void check() {
        end.getNow(null);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
