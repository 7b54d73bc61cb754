package dev.sluice.control;

import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import org.jspecify.annotations.Nullable;

/**
 * The generation of a projection to read now. Whoever reads more than once for one answer keeps it.
 *
 * @param term counts the changes of the live generation
 */
public record Live(Projection projection, int generation, long term) {
    /** Offsets stay far below 2^44, and a term changes by an operator's hand. */
    private static final int OFFSET_BITS = 44;

    public String topic() {
        return projection.topic(generation);
    }

    public String redisKey(String documentId) {
        return projection.redisKey(generation, documentId);
    }

    public String index() {
        return projection.index(generation);
    }

    /** Orders documents of all generations: what was read since the latest change of the live generation is newer. */
    public long version(long offset) {
        return term << OFFSET_BITS | offset;
    }

    /** As Redis mirrors it. */
    public String mirror() {
        return generation + " " + term;
    }

    /** From what Redis mirrors; where that is nothing, there was never another than the first. */
    public static Live mirrored(Projection projection, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            Generations first = Generations.first(projection);
            return new Live(projection, first.live(), first.term());
        }
        int space = text.indexOf(' ');
        return new Live(
                projection, Integer.parseInt(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }
}
