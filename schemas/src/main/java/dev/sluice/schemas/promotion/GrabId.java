package dev.sluice.schemas.promotion;

import org.jspecify.annotations.Nullable;

/**
 * Names what a customer has grabbed, of which there is one at most: {@code of:customer}.
 *
 * @param of the id of a campaign or a red envelope
 */
public record GrabId(String of, String customerId) {
    private static final char SEPARATOR = ':';

    /** Null for what is no such name. */
    public static @Nullable GrabId parse(String text) {
        int at = text.indexOf(SEPARATOR);
        return at < 1 || at == text.length() - 1 || text.indexOf(SEPARATOR, at + 1) >= 0
                ? null
                : new GrabId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return of + SEPARATOR + customerId;
    }
}
