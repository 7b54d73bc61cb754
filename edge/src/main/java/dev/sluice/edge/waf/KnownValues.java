package dev.sluice.edge.waf;

import org.jspecify.annotations.Nullable;

/**
 * Values of header fields that were looked at in full and found clean, so that what every browser says of itself in the same
 * words need not be read again. It is the value that is known, letter by letter, never its sender. A later one
 * takes the place of an earlier one. Belongs to one event loop.
 */
final class KnownValues {
    private static final int SLOTS = 256;

    /** Shorter ones are read as quickly as looked up, longer ones would make this large. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 512;

    private final @Nullable Known[] slots = new Known[SLOTS];

    private record Known(Field field, String value) {}

    boolean has(Field field, String value) {
        Known known = mayKeep(field, value) ? slots[slot(value)] : null;
        return known != null && known.field == field && known.value.equals(value);
    }

    void keep(Field field, String value) {
        if (mayKeep(field, value)) {
            slots[slot(value)] = new Known(field, value);
        }
    }

    /** Nothing that is a secret or about a person. */
    private static boolean mayKeep(Field field, String value) {
        return switch (field) {
            case AGENT, ACCEPT, TYPE, CONNECTION, OTHER -> value.length() >= SHORTEST && value.length() <= LONGEST;
            case AUTHORIZATION, COOKIE, REFERER, FILENAME, RANGE, RESTRICTED -> false;
        };
    }

    private static int slot(String value) {
        int hash = value.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
