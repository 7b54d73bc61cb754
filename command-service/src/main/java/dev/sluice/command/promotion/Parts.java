package dev.sluice.command.promotion;

import java.util.random.RandomGenerator;

/**
 * A sum that is to be drawn in so many parts, none of them empty.
 *
 * @param sum in minor units
 */
record Parts(long sum, long count) {
    static final Parts NONE = new Parts(0, 0);

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * The size of the next part: evenly from one minor unit to twice the mean of what is left, and never so much that one of
     * those after it would be empty; the last takes the rest. So whoever comes first or last can expect the same.
     */
    long draw(RandomGenerator random) {
        if (count == 1) {
            return sum;
        }
        long twiceTheMean = Math.max(1, 2 * (sum / count));
        return 1 + random.nextLong(Math.min(twiceTheMean, sum - (count - 1)));
    }

    Parts without(long part) {
        return new Parts(sum - part, count - 1);
    }

    Parts with(long part) {
        return new Parts(Math.addExact(sum, part), count + 1);
    }
}
