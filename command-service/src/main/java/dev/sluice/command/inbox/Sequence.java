package dev.sluice.command.inbox;

import dev.sluice.command.turn.Position;
import dev.sluice.schemas.wire.Message;
import org.jspecify.annotations.Nullable;

/**
 * The place of a message among all that a partition of a context sends: where its cause stands in that partition's log, and its
 * number among what the cause came to. Contexts send in the order of causes, so nobody has to keep a counter.
 *
 * @param sender {@code /ordering/2} for partition 2 of ordering
 * @param log which log the cause's place is in: places begin anew in another one
 */
record Sequence(String sender, String log, Position cause, int number) {

    /** Null for what is sent in no such order: by the edge, by a timer, or after it was set aside. */
    static @Nullable Sequence of(Message<?> message) {
        String source = message.source();
        int end = source.lastIndexOf('/');
        if (end <= 0 || source.indexOf('/', 1) == end) {
            return null;
        }
        return of(source.substring(0, end), source.substring(end + 1), message.id());
    }

    private static @Nullable Sequence of(String sender, String log, String id) {
        int first = id.indexOf('.');
        int last = id.lastIndexOf('.');
        if (first <= 0 || last == first || !isNumeric(id)) {
            return null;
        }
        Position cause = new Position(Long.parseLong(id, 0, first, 10), Integer.parseInt(id, first + 1, last, 10));
        return new Sequence(sender, log, cause, Integer.parseInt(id, last + 1, id.length(), 10));
    }

    private static boolean isNumeric(String id) {
        int dots = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 2;
    }

    /** Reads what {@link #place} has written. */
    static @Nullable Sequence read(String sender, String place) {
        int end = place.indexOf('/');
        return end < 0 ? null : of(sender, place.substring(0, end), place.substring(end + 1));
    }

    String place() {
        return log + "/" + cause + "." + number;
    }

    /** Whether it was sent before the other one, or is the other one. */
    boolean isUpTo(Sequence other) {
        int order = cause.compareTo(other.cause);
        return log.equals(other.log) && (order < 0 || (order == 0 && number <= other.number));
    }
}
