package dev.sluice.load.patience;

/** Nothing has moved for longer than was allowed; the message says what was waited for. */
public final class Stalled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stalled(String message) {
        super(message);
    }
}
