package dev.sluice.schemas.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param shapes {@link Projection#shape} by generation, of those that are not of the first
 * @param scratches generations that are there to be looked at, and never go live
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
        Map<Integer, Integer> shapes,
        List<Scratch> scratches,
        Instant at,
        String by) {
    private static final int FIRST_SHAPE = 1;

    public Generations {
        retired = List.copyOf(retired);
        // Records that were written before there were shapes have none.
        shapes = shapes == null ? Map.of() : Map.copyOf(shapes);
        // As have those that were written before there were scratch generations.
        scratches = scratches == null ? List.of() : List.copyOf(scratches);
    }

    /**
     * A generation for inspection.
     *
     * @param name what operators call it
     * @param from where in the log it begins: a time (ISO 8601), or offsets, {@code events.ordering-0@120,events.ordering-1@95} for
     *     example; empty for the beginning
     * @param factsPerSecond what it reads at most; 0 for as fast as it goes
     */
    public record Scratch(String name, int generation, String from, int factsPerSecond) {}

    /** The scratch generation of that number; null where it is none. */
    public @Nullable Scratch scratch(int generation) {
        return scratches.stream()
                .filter(scratch -> scratch.generation() == generation)
                .findFirst()
                .orElse(null);
    }

    /** The same with other scratch generations. */
    public Generations scratched(List<Scratch> others) {
        return new Generations(
                projection,
                live,
                previous,
                building,
                highest,
                term,
                paused,
                factsPerSecond,
                retired,
                shapes,
                others,
                at,
                by);
    }

    /** What the documents of a generation look like. */
    public int shape(int generation) {
        return shapes.getOrDefault(generation, FIRST_SHAPE);
    }

    /** The same with another shape of a generation. */
    public Generations shaped(int generation, int shape) {
        Map<Integer, Integer> all = new HashMap<>(shapes);
        all.put(generation, shape);
        return new Generations(
                projection,
                live,
                previous,
                building,
                highest,
                term,
                paused,
                factsPerSecond,
                retired,
                all,
                scratches,
                at,
                by);
    }

    /** Until the topic says otherwise. */
    public static Generations first(Projection projection) {
        int first = Projection.FIRST_GENERATION;
        return new Generations(
                projection.id(), first, 0, 0, first, 1, false, 0, List.of(), Map.of(), List.of(), Instant.EPOCH, "");
    }
}
