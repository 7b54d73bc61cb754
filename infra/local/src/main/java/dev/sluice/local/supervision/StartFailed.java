package dev.sluice.local.supervision;

/** A server that did not come up. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String server;

    public StartFailed(String server, String reason) {
        super(server + " did not start: " + reason);
        this.server = server;
    }

    public String server() {
        return server;
    }
}
