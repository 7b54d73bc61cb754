package dev.sluice.load.bench.read;

import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long facts take from their decision, which comes before their commit, until a store shows them. Safe for many threads.
 */
final class Sightings {
    private final String store;
    private final Map<String, Deque<Decided>> pending = new HashMap<>();
    private final Histogram micros = new Histogram(3);

    private record Decided(long version, Instant at) {}

    Sightings(String store) {
        this.store = store;
    }

    /** @param version that the order has with this fact */
    synchronized void decided(String orderId, long version, Instant at) {
        pending.computeIfAbsent(orderId, _ -> new ArrayDeque<>()).add(new Decided(version, at));
    }

    /** The orders of which something is not shown yet. */
    synchronized List<String> open() {
        return List.copyOf(pending.keySet());
    }

    /** @param versions by order, as the store shows them now */
    synchronized void shown(Map<String, Long> versions, Instant now) {
        versions.forEach((orderId, version) -> shown(orderId, version, now));
    }

    private void shown(String orderId, long version, Instant now) {
        Deque<Decided> facts = pending.get(orderId);
        while (facts != null && !facts.isEmpty() && facts.getFirst().version() <= version) {
            Duration took = Duration.between(facts.removeFirst().at(), now);
            micros.recordValue(Math.max(0, took.toNanos() / 1_000));
        }
        if (facts != null && facts.isEmpty()) {
            pending.remove(orderId);
        }
    }

    /** Throws {@link dev.sluice.load.patience.Stalled} where some fact is never shown. */
    void await(Stall stall) {
        Await.until(() -> open().isEmpty(), "facts to be shown by " + store, stall);
    }

    synchronized double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    synchronized long count() {
        return micros.getTotalCount();
    }
}
