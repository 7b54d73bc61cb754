package dev.sluice.load.api;

import java.util.Locale;

/** What a token may do. */
public enum Role {
    SHOPPER,
    ADMIN,
    OPERATOR,
    IMPORTER;

    /** As in the claim {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
