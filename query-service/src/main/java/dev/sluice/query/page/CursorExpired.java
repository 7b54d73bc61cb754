package dev.sluice.query.page;

import java.time.Duration;

/** A good cursor, whose snapshot is gone. */
public final class CursorExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration kept;

    public CursorExpired(Duration kept) {
        super("the snapshot of a cursor is gone", null, false, false);
        this.kept = kept;
    }

    /** How long after a page its cursor is good. */
    public Duration kept() {
        return kept;
    }
}
