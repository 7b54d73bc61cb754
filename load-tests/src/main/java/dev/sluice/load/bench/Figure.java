package dev.sluice.load.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured quantity.
 *
 * @param baseline the same quantity of the baseline in the same run, where there is one
 * @param ratio value / baseline
 */
record Figure(
        String id,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        Better better) {

    /** Which way is the good one; lower case on the wire. */
    enum Better {
        lower,
        higher
    }

    static Figure higher(String id, double value, String unit) {
        return new Figure(id, value, unit, null, null, Better.higher);
    }

    static Figure lower(String id, double value, String unit) {
        return new Figure(id, value, unit, null, null, Better.lower);
    }
}
