package dev.sluice.schemas.view;

import java.time.Instant;
import java.util.List;

/**
 * Which generations of a projection there are and which one is live, the one record that the topic {@code control} keeps of it.
 *
 * @param projection its id
 * @param live the one that readers read
 * @param previous kept up, to be rolled back to; 0 for none
 * @param building being rebuilt beside the live one; 0 for none
 * @param highest ever begun: no number is used twice
 * @param term counts the changes of the live generation, and so orders what was read of different ones
 * @param paused whether the rebuild stands still by request
 * @param factsPerSecond what the rebuild reads at most; 0 for as fast as it goes
 * @param retired being deleted
 * @param at of this change
 * @param by who asked for it
 */
public record Generations(
        String projection,
        int live,
        int previous,
        int building,
        int highest,
        long term,
        boolean paused,
        int factsPerSecond,
        List<Integer> retired,
        Instant at,
        String by) {

    public Generations {
        retired = List.copyOf(retired);
    }

    /** Until the topic says otherwise. */
    public static Generations first(Projection projection) {
        int first = Projection.FIRST_GENERATION;
        return new Generations(projection.id(), first, 0, 0, first, 1, false, 0, List.of(), Instant.EPOCH, "");
    }
}
