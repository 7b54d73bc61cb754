package dev.sluice.projector.verify;

import dev.sluice.projector.verify.Difference.Kind;
import dev.sluice.schemas.message.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Compares all documents of two generations in one store, however many there are. Both may go on changing: what differs is looked at
 * once more a little later, since one of them may only have been quicker.
 */
public final class Comparison {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Contents left;
    private final Contents right;
    private final Listener listener;
    private long compared;
    private long differences;

    /** Hears what is found, in no particular order. */
    public interface Listener {
        void differs(Difference difference);

        /** @param documents so many that have been looked at */
        void compared(long documents);
    }

    public Comparison(Contents left, Contents right, Listener listener) {
        this.left = left;
        this.right = right;
        this.listener = listener;
    }

    /**
     * What it came to.
     *
     * @param documents that were compared; those that only one of them has count once
     */
    public record Outcome(long documents, long differences) {}

    /** Throws StoreUnavailable, and what the listener throws. */
    public Outcome run() {
        left.each(documents -> look(documents.keySet()));
        right.each(documents -> {
            Map<String, byte[]> others = left.read(documents.keySet());
            look(documents.keySet().stream()
                    .filter(id -> !others.containsKey(id))
                    .toList());
        });
        return new Outcome(compared, differences);
    }

    private void look(Collection<String> ids) {
        List<String> suspects = differing(ids).stream().map(Difference::key).toList();
        if (!suspects.isEmpty()) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            List<Difference> found = differing(suspects);
            differences += found.size();
            found.forEach(listener::differs);
        }
        compared += ids.size();
        listener.compared(compared);
    }

    private List<Difference> differing(Collection<String> ids) {
        Map<String, byte[]> ofLeft = left.read(ids);
        Map<String, byte[]> ofRight = right.read(ids);
        List<Difference> found = new ArrayList<>();
        for (String id : ids) {
            Difference difference = difference(id, ofLeft.get(id), ofRight.get(id));
            if (difference != null) {
                found.add(difference);
            }
        }
        return found;
    }

    /** Null where there is none; what has gone from both is the same. */
    private static @Nullable Difference difference(String id, byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null) {
            return other == null ? null : new Difference(id, Kind.ONLY_RIGHT, List.of());
        }
        if (other == null) {
            return new Difference(id, Kind.ONLY_LEFT, List.of());
        }
        List<String> fields = Fields.differing(Json.MAPPER.readTree(one), Json.MAPPER.readTree(other));
        return fields.isEmpty() ? null : new Difference(id, Kind.DIFFERS, fields);
    }
}
