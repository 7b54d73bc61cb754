package dev.sluice.query.request;

/** A parameter of the request that cannot be meant; the message says how to mend it. */
public final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    public BadParameter(String name, String mend) {
        super(mend, null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String mend() {
        return String.valueOf(getMessage());
    }
}
