package dev.sluice.edge.settings;

/** Refuses settings that cannot be meant. */
final class Bounds {

    private Bounds() {}

    static <T extends Comparable<T>> void within(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    static void within(String name, long value, long least, long most) {
        within(name, Long.valueOf(value), Long.valueOf(least), Long.valueOf(most));
    }
}
