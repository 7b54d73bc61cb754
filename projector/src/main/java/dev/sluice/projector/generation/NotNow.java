package dev.sluice.projector.generation;

/** What was asked for does not fit how things stand; the message says the mend. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotNow(String why) {
        super(why, null, false, false);
    }
}
