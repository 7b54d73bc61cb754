package dev.sluice.projector.sink;

/** The store is not where it was left: it was emptied or set back, or another process fills it too. */
public final class StoreDiverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreDiverged(String what) {
        super(what);
    }
}
