package dev.sluice.load.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured quantity.
 *
 * @param baseline the same quantity of the baseline in the same run, where there is one
 * @param ratio value / baseline
 */
public record Figure(
        String id,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        Better better) {

    /** Which way is the good one; lower case on the wire. */
    public enum Better {
        lower,
        higher
    }

    public static Figure higher(String id, double value, String unit) {
        return new Figure(id, value, unit, null, null, Better.higher);
    }

    public static Figure lower(String id, double value, String unit) {
        return new Figure(id, value, unit, null, null, Better.lower);
    }

    /** The same, compared. A baseline of 0 has no ratio. */
    public Figure against(double baseline) {
        return new Figure(id, value, unit, baseline, baseline == 0 ? null : value / baseline, better);
    }
}
