package dev.sluice.projector.lag;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lag of all groups, as it was when it was last looked at. */
public final class LagWatch {
    private final LogEnds logEnds;
    private final Supplier<Map<String, Set<String>>> groups;
    private final LongSupplier nanos;
    private final Map<String, LagClock> clocks = new HashMap<>();
    private volatile Map<String, Lag> lags = Map.of();
    private volatile Map<String, Progress> progress = Map.of();

    /** @param groups with the topics that each of them reads */
    public LagWatch(LogEnds logEnds, Supplier<Map<String, Set<String>>> groups, LongSupplier nanos) {
        this.logEnds = logEnds;
        this.groups = groups;
        this.nanos = nanos;
    }

    /** Looks now. Throws {@link LogUnreachable}. */
    public synchronized void look() {
        Map<String, Set<String>> wanted = groups.get();
        clocks.keySet().retainAll(wanted.keySet());
        Map<String, Progress> found = logEnds.progress(wanted);
        long now = nanos.getAsLong();
        Map<String, Lag> fresh = new HashMap<>();
        found.forEach((group, far) -> fresh.put(
                group, clocks.computeIfAbsent(group, _ -> new LagClock(now)).observe(far, now)));
        lags = Map.copyOf(fresh);
        progress = found;
    }

    /** Null of a group that was not looked at yet. */
    public @Nullable Progress progress(String group) {
        return progress.get(group);
    }

    /** None of a group that was not looked at yet. */
    public Lag of(String group) {
        return lags.getOrDefault(group, Lag.NONE);
    }
}
