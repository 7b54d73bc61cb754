package dev.sluice.load.installation;

/** Something that only the operator can mend; the message is the one line that says how. */
public final class OperatorMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorMistake(String mend) {
        super(mend);
    }
}
