package dev.sluice.projector.sink;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place that keeps the documents of one view, and remembers itself how far it has come with each partition of the view's
 * topic. So a store that was lost, emptied or set back to an earlier day says so, and is filled from there.
 *
 * <p>Every method throws {@link StoreUnavailable} where the store cannot do it now.
 */
public interface Store extends AutoCloseable {

    /** What operators call it, {@code redis} for example. */
    String name();

    /** The offset that the store lacks first, for each of the partitions that it has ever begun. */
    Map<Integer, Long> positions(Set<Integer> partitions);

    /** Keeps each document unless it holds that version or a later one. Returns those that it refuses for good. */
    List<Refusal> write(Collection<Document> documents);

    /**
     * Remembers how far it has come, after everything up to there was written. Throws {@link StoreDiverged} where it has
     * come elsewhere than was believed.
     */
    void advance(Collection<Position> positions);

    /** It holds less than it once did, and its readers must not take absence for an answer until it has caught up. */
    void incomplete();

    @Override
    void close();
}
