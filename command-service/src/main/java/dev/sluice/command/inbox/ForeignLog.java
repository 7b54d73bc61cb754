package dev.sluice.command.inbox;

/** The inbox and the log do not belong together, and only an operator knows which one is right. Its message says the mend. */
public final class ForeignLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignLog(String mend) {
        super(mend);
    }
}
