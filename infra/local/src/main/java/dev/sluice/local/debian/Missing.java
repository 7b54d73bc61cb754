package dev.sluice.local.debian;

/** Something that the machine lacks and we cannot fetch; the message says what to install. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
        super(message);
    }
}
