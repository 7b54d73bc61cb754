package dev.sluice.command.turn;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store cannot do its work now: it is gone, full, locked, forbidden, or somebody else owns the partition. Never the fault of
 * a message, so nothing is parked: what was in hand is given up, the positions are read again, and all of it is tried again.
 */
public class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Connection, transaction rollback, operator intervention, and access or syntax (a schema that does not fit). */
    private static final Set<String> CLASSES = Set.of("08", "40", "57", "70", "28", "42");

    /** Disk or table full, storage engine, read-only, too many connections, shutdown, lock wait, deadlock. */
    private static final Set<Integer> CODES = Set.of(
            3, 1021, 1026, 1030, 1037, 1038, 1040, 1041, 1053, 1114, 1205, 1213, 1290, 1792, 1836, 1927, 3024, 3100,
            3101);

    public Outage(String message) {
        super(message);
    }

    public Outage(String message, Throwable cause) {
        super(message, cause);
    }

    /** The outage behind a failure, or null where it may be the fault of what was being carried out. */
    public static @Nullable Outage behind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Outage outage) {
                return outage;
            }
            if (t instanceof SQLException e && isOutage(e)) {
                return ofMySql(failure);
            }
        }
        return null;
    }

    /** Says what is at the bottom of it, since the top only says that there is no connection. */
    public static Outage ofMySql(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Outage("MySQL: " + firstLine(root), failure);
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || CODES.contains(e.getErrorCode())
                || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    /** The first line of what a failure says, for logs and readiness. */
    public static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
