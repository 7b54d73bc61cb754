package dev.sluice.load.csv;

/** Why a line is bad. */
public final class Flaw extends Exception {
    private static final long serialVersionUID = 1L;

    public Flaw(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
