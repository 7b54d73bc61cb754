package dev.sluice.projector.verify;

import java.time.Instant;
import java.util.List;

/**
 * How two generations compare in one store.
 *
 * @param live documents of the live one
 * @param building documents of the one that is to take its place
 * @param sampled documents that were compared
 * @param differing ids of some of those that are not the same
 */
public record Verdict(
        String store, boolean agree, long live, long building, int sampled, List<String> differing, Instant at) {
    public Verdict {
        differing = List.copyOf(differing);
    }
}
