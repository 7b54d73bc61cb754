package dev.sluice.schemas.http;

/**
 * What of an answer its reader may see, from the edge, which has verified who that is, to a service behind it. Without it they may not see
 * personal data.
 */
public final class Sees {
    public static final String HEADER = "Sluice-Sees";

    /** Names and e-mail addresses of customers as they are. */
    public static final String PERSONAL = "personal";

    private Sees() {}
}
