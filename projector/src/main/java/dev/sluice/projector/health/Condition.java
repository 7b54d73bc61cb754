package dev.sluice.projector.health;

/**
 * Whether a part does its work.
 *
 * @param detail what it does, or why it does not, in one line
 */
public record Condition(boolean up, String detail) {

    public static Condition up(String detail) {
        return new Condition(true, detail);
    }

    public static Condition down(String detail) {
        return new Condition(false, detail);
    }

    /** The reason of the outermost exception that gives one, on one line. */
    public static Condition down(Throwable cause) {
        return down(reason(cause));
    }

    public static String reason(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            Throwable deeper = cause.getCause();
            return deeper == null ? cause.getClass().getSimpleName() : reason(deeper);
        }
        return message.lines().findFirst().orElse(message);
    }
}
