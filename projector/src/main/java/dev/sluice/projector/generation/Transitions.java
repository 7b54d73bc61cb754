package dev.sluice.projector.generation;

import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Generations.Scratch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the generations of a projection may change. Each throws {@link NotNow} where it may not. */
public final class Transitions {
    private static final int NONE = 0;
    /** Each runs like the live one, and costs as much. */
    private static final int MOST_SCRATCHES = 3;

    private final Generations now;
    private final Instant at;
    private final String by;

    public Transitions(Generations now, Instant at, String by) {
        this.now = now;
        this.at = at;
        this.by = by;
    }

    /**
     * What was kept for a rollback gives way: three at once would be too many.
     *
     * @param factsPerSecond what it may read at most; 0 for as fast as it goes
     * @param shape what the new one's documents look like
     */
    public Generations begin(int factsPerSecond, int shape) {
        if (now.building() != NONE) {
            throw new NotNow("Generation " + now.building()
                    + " is being rebuilt already: wait until it is ready and swap, or cancel it.");
        }
        int next = now.highest() + 1;
        return with(now.live(), NONE, next, next, now.term(), false, factsPerSecond, retiring(now.previous()))
                .shaped(next, shape);
    }

    /** Says of the live one, which is empty yet, what its documents will look like. */
    public Generations shape(int shape) {
        return now.shaped(now.live(), shape);
    }

    public Generations pause(boolean paused) {
        requireBuilding();
        return with(
                now.live(),
                now.previous(),
                now.building(),
                now.highest(),
                now.term(),
                paused,
                now.factsPerSecond(),
                now.retired());
    }

    public Generations throttle(int factsPerSecond) {
        requireBuilding();
        return with(
                now.live(),
                now.previous(),
                now.building(),
                now.highest(),
                now.term(),
                now.paused(),
                factsPerSecond,
                now.retired());
    }

    public Generations cancel() {
        requireBuilding();
        return with(now.live(), now.previous(), NONE, now.highest(), now.term(), false, 0, retiring(now.building()));
    }

    /** @param building the one that was found ready */
    public Generations swap(int building) {
        requireBuilding();
        if (now.building() != building) {
            throw new NotNow("Generation " + now.building() + " is being rebuilt, not " + building + ": look again.");
        }
        return with(building, now.live(), NONE, now.highest(), now.term() + 1, false, 0, retiring(now.previous()));
    }

    public Generations rollBack() {
        if (now.previous() == NONE) {
            throw new NotNow("There is no generation to roll back to: the one before is deleted, or never was.");
        }
        return with(
                /* live= */ now.previous(),
                /* previous= */ now.live(),
                now.building(),
                now.highest(),
                now.term() + 1,
                now.paused(),
                now.factsPerSecond(),
                now.retired());
    }

    public Generations dropPrevious() {
        return with(
                now.live(),
                NONE,
                now.building(),
                now.highest(),
                now.term(),
                now.paused(),
                now.factsPerSecond(),
                retiring(now.previous()));
    }

    /**
     * @param from as {@link Scratch} has it
     * @param factsPerSecond what it may read at most; 0 for as fast as it goes
     */
    public Generations beginScratch(String name, String from, int factsPerSecond, int shape) {
        if (now.scratches().stream().anyMatch(scratch -> scratch.name().equals(name))) {
            throw new NotNow("There is a scratch generation " + name + " already: delete it, or take another name.");
        }
        if (now.scratches().size() >= MOST_SCRATCHES) {
            throw new NotNow(
                    "There are " + MOST_SCRATCHES + " scratch generations already, " + names() + ": delete one.");
        }
        int next = now.highest() + 1;
        List<Scratch> scratches = new ArrayList<>(now.scratches());
        scratches.add(new Scratch(name, next, from, factsPerSecond));
        return same(next, now.retired()).shaped(next, shape).scratched(scratches);
    }

    public Generations dropScratch(String name) {
        Scratch dropped = now.scratches().stream()
                .filter(scratch -> scratch.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new NotNow("There is no scratch generation " + name + "; there are: " + names() + "."));
        List<Scratch> others = now.scratches().stream()
                .filter(scratch -> !scratch.name().equals(name))
                .toList();
        return same(now.highest(), retiring(dropped.generation())).scratched(others);
    }

    private String names() {
        return now.scratches().stream().map(Scratch::name).toList().toString();
    }

    private Generations same(int highest, List<Integer> retired) {
        return with(
                now.live(),
                now.previous(),
                now.building(),
                highest,
                now.term(),
                now.paused(),
                now.factsPerSecond(),
                retired);
    }

    public Generations removed(int generation) {
        List<Integer> others =
                now.retired().stream().filter(one -> one != generation).toList();
        Map<Integer, Integer> shapes = new HashMap<>(now.shapes());
        shapes.remove(generation);
        return new Generations(
                now.projection(),
                now.live(),
                now.previous(),
                now.building(),
                now.highest(),
                now.term(),
                now.paused(),
                now.factsPerSecond(),
                others,
                shapes,
                now.scratches(),
                now.at(),
                now.by());
    }

    private void requireBuilding() {
        if (now.building() == NONE) {
            throw new NotNow("Nothing is being rebuilt: begin with POST …/rebuilds.");
        }
    }

    private List<Integer> retiring(int generation) {
        if (generation == NONE) {
            return now.retired();
        }
        List<Integer> all = new ArrayList<>(now.retired());
        all.add(generation);
        return all;
    }

    private Generations with(
            int live,
            int previous,
            int building,
            int highest,
            long term,
            boolean paused,
            int factsPerSecond,
            List<Integer> retired) {
        return new Generations(
                now.projection(),
                live,
                previous,
                building,
                highest,
                term,
                paused,
                factsPerSecond,
                retired,
                now.shapes(),
                now.scratches(),
                at,
                by);
    }
}
