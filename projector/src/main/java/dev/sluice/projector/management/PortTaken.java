package dev.sluice.projector.management;

/** Another process listens where the management endpoint should. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, Throwable cause) {
        super("port " + port + ": " + cause.getMessage(), cause);
        this.port = port;
    }

    int port() {
        return port;
    }
}
