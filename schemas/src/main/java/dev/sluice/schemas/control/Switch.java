package dev.sluice.schemas.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants refused, or no longer refused. Stands in the {@code control} topic under {@link #key}, and the latest
 * one holds.
 *
 * @param name of a route, of a feature, or {@code read-only}
 * @param refuse whether requests are refused
 * @param reason for whoever looks into it later
 * @param setBy the operator's subject
 * @param until from when it holds no more by itself; null where somebody must lift it
 */
public record Switch(
        String name,
        boolean refuse,
        String reason,
        String setBy,
        Instant setAt,
        @Nullable Instant until) implements OperatorRecord {
    private static final String PREFIX = "switch/";

    public static String key(String name) {
        return PREFIX + name;
    }

    /** Whether a record of the {@code control} topic with this key is one; it has others too. */
    public static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    @Override
    public String key() {
        return key(name);
    }

    public boolean refusesAt(Instant now) {
        return refuse && (until == null || now.isBefore(until));
    }
}
