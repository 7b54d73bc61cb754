package dev.sluice.schemas.promotion;

import org.jspecify.annotations.Nullable;

/** Names a customer's place in a campaign, of which there is one at most: {@code campaign:customer}. */
public record GrabId(String campaignId, String customerId) {
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
        return campaignId + SEPARATOR + customerId;
    }
}
