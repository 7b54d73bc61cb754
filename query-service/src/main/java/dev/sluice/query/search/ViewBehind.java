package dev.sluice.query.search;

/** A view does not show in time what the client knows to have been written. It will. */
public final class ViewBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Seconds after which a client should try again. */
    public static final int RETRY_AFTER = 1;

    ViewBehind() {
        super("the view is behind what was demanded of it", null, false, false);
    }
}
