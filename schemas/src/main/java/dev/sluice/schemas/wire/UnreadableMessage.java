package dev.sluice.schemas.wire;

/** A record that is no message of ours: malformed JSON, an unknown type, a missing attribute. It says which and where. */
public final class UnreadableMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableMessage(String why) {
        super(why);
    }

    UnreadableMessage(String why, Throwable cause) {
        super(why, cause);
    }
}
