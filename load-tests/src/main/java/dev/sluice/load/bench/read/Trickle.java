package dev.sluice.load.bench.read;

import dev.sluice.load.bench.contest.Contender;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Shop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Orders that go on coming, a few a second, while something else is measured. Nobody else may use the shop meanwhile. */
final class Trickle implements AutoCloseable {
    private static final Pace PACE = new Pace(20);
    /** Two seconds' worth: it ends between two of them. */
    private static final int AT_ONCE = 40;

    private final CompletableFuture<Void> end;
    private volatile boolean closing;

    Trickle(Contender contender, Shop shop) {
        end = CompletableFuture.runAsync(() -> place(contender, shop));
    }

    private void place(Contender contender, Shop shop) {
        while (!closing) {
            contender.run(shop.next(AT_ONCE), PACE);
        }
    }

    /** Waits until the last is settled. Throws IllegalStateException where one is not confirmed. */
    @Override
    public void close() {
        closing = true;
        try {
            end.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("orders that came meanwhile: " + e.getMessage(), e);
        }
    }
}
