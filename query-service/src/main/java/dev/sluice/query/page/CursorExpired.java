package dev.sluice.query.page;

import java.time.Duration;

/** What the cursor goes on from is gone. */
public final class CursorExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String mend;

    private CursorExpired(String mend) {
        super(mend, null, false, false);
        this.mend = mend;
    }

    /** The snapshot, which is kept for so long after each page. */
    public static CursorExpired after(Duration kept) {
        return new CursorExpired("In this order, a cursor is good for " + kept.toSeconds()
                + " s after its page. Start over without it; sorted by acceptedAt or total, cursors do not expire.");
    }

    /** The view was rebuilt since, and what the pages before were read from is deleted. */
    public static CursorExpired rebuilt() {
        return new CursorExpired(
                "The list was rebuilt since its first page, and what that was read from is gone. Start over without the cursor.");
    }

    public String mend() {
        return mend;
    }
}
