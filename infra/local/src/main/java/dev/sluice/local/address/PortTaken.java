package dev.sluice.local.address;

/** No port to listen on; the message says what to do. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(String message) {
        super(message);
    }
}
