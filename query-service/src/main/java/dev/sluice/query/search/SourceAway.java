package dev.sluice.query.search;

import java.time.Duration;

/** Elasticsearch does not answer, or cannot answer now. Trying again later may help. */
public final class SourceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When a client should try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    SourceAway(String why, Throwable cause) {
        super(why, cause, false, false);
    }
}
