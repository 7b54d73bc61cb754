package dev.sluice.projector.freshness;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.Lag;
import dev.sluice.projector.lag.LagWatch;
import dev.sluice.projector.lag.Progress;
import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Sink;
import dev.sluice.schemas.view.ViewLag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second how far behind each view is in each store, and tells it. What moves is measured by the way of its
 * changes into the store; what does not, by how long ago the log ended where its group has come to.
 */
public final class Freshness {
    private static final Logger log = LoggerFactory.getLogger(Freshness.class);

    /** Groups commit twice a second and are looked at once a second: what is younger than that is seen by its way alone. */
    private static final Duration COARSE = Duration.ofMillis(2_500);

    private final LagWatch watch;
    private final Supplier<List<Sink>> sinks;
    private final Supplier<String> instance;
    private final Predicate<View> live;
    private final Consumer<ViewLag> readers;
    private final Stalls stalls;
    private final Map<String, ViewLag> latest = new ConcurrentHashMap<>();

    /**
     * @param instance the id of this process
     * @param live what readers read: of the others they need not know, and they may stand still
     * @param readers who are told
     * @param alarm after so long without a move, a group that has something to read stands still
     */
    public Freshness(
            LagWatch watch,
            Supplier<List<Sink>> sinks,
            Supplier<String> instance,
            Predicate<View> live,
            Consumer<ViewLag> readers,
            Duration alarm) {
        this.watch = watch;
        this.sinks = sinks;
        this.instance = instance;
        this.live = live;
        this.readers = readers;
        this.stalls = new Stalls(alarm);
    }

    /** Never throws, or it would not be called again. Without Kafka it is silent, which readers hear. */
    public void look() {
        try {
            watch.look();
            sinks.get().forEach(this::look);
        } catch (RetriableException e) {
            log.debug("cannot tell how far behind the views are: {}", Condition.reason(e));
        } catch (RuntimeException e) {
            log.error("cannot tell how far behind the views are", e);
        }
    }

    private void look(Sink sink) {
        Lag topology = watch.of(sink.view().application());
        Lag inStore = watch.of(sink.group());
        long ms = Math.max(sink.transit().slowest(), Math.max(coarse(topology), coarse(inStore)));
        ViewLag lag = new ViewLag(
                sink.view().projection().id(),
                sink.store(),
                sink.view().generation(),
                ms,
                topology.events() + inStore.events(),
                instance.get());
        latest.put(sink.group(), lag);
        if (live.test(sink.view())) {
            stalls.look(sink.view().application(), topology);
            stalls.look(sink.group(), inStore);
            readers.accept(lag);
        }
    }

    private static long coarse(Lag lag) {
        return lag.age().compareTo(COARSE) < 0 ? 0 : lag.age().toMillis();
    }

    /** In milliseconds, as it was told last. */
    public long millis(Sink sink) {
        ViewLag known = latest.get(sink.group());
        return known == null ? 0 : known.ms();
    }

    /** Of all live views, in milliseconds. */
    public long slowest() {
        return sinks.get().stream()
                .filter(sink -> live.test(sink.view()))
                .mapToLong(this::millis)
                .max()
                .orElse(0);
    }

    /** Null of a group that was not looked at yet. */
    public @Nullable Progress progress(String group) {
        return watch.progress(group);
    }

    public Lag of(String group) {
        return watch.of(group);
    }

    /** Looks at the groups again; throws {@link dev.sluice.projector.lag.LogUnreachable}. */
    public void refresh() {
        watch.look();
    }

    /** Whether the group stands still although there is something for it to read. */
    public boolean isStill(String group) {
        return stalls.isStill(group);
    }
}
