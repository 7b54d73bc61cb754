package dev.sluice.projector.sink;

/** The store cannot be reached or cannot write now. No fault of any document: it is tried again until it works. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String why) {
        super(why);
    }

    public StoreUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}
