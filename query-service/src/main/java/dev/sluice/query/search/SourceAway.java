package dev.sluice.query.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Elasticsearch does not answer, or nobody knows yet what to ask it for. Trying again later may help. */
public final class SourceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When a client should try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    SourceAway(String why) {
        this(why, null);
    }

    SourceAway(String why, @Nullable Throwable cause) {
        super(why, cause, false, false);
    }
}
