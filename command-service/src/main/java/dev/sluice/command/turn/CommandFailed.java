package dev.sluice.command.turn;

/** A command that broke instead of deciding; its whole turn comes to nothing and is split around the message. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Incoming input;

    CommandFailed(Incoming input, Throwable cause) {
        super(cause);
        this.input = input;
    }

    Incoming input() {
        return input;
    }
}
