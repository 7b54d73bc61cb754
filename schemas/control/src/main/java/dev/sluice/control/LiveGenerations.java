package dev.sluice.control;

import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The generations of all projections, as the topic {@code control} has them. */
public final class LiveGenerations {
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean known;

    private record Heard(Generations generations, long offset) {}

    /** Whether the topic was read to its end once. Before, a generation that is long deleted might seem to be live. */
    public boolean known() {
        return known;
    }

    /** Null until all are {@link #known}. */
    public @Nullable Generations of(Projection projection) {
        if (!known) {
            return null;
        }
        Heard latest = heard.get(projection.id());
        return latest == null ? Generations.first(projection) : latest.generations();
    }

    /** Null until all are {@link #known}. */
    public @Nullable Live live(Projection projection) {
        Generations all = of(projection);
        return all == null ? null : new Live(projection, all.live(), all.term());
    }

    /** To be told, on the follower's thread, that something changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What comes by again, since the topic is read from its beginning after a failure, changes nothing. */
    void hear(Generations generations, long offset) {
        heard.merge(
                generations.projection(),
                new Heard(generations, offset),
                (held, fresh) -> fresh.offset() > held.offset() ? fresh : held);
        if (known) {
            listeners.forEach(Runnable::run);
        }
    }

    void caughtUp() {
        if (!known) {
            known = true;
            listeners.forEach(Runnable::run);
        }
    }
}
