package dev.sluice.command.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;

/** {@code … IN (…)} over any number of keys. */
public final class In {

    private In() {}

    /** Reads a row of a result, from which it must not move on. */
    @FunctionalInterface
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** @param query up to the list, with {@code %s} for it */
    public static void select(Connection connection, String query, Collection<String> keys, Row row)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(keys.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(query.formatted(marks))) {
            bind(statement, keys);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    /** @param update with {@code %s} for the list */
    public static void update(Connection connection, String update, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(keys.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(update.formatted(marks))) {
            bind(statement, keys);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Collection<String> keys) throws SQLException {
        int parameter = 1;
        for (String key : keys) {
            statement.setString(parameter++, key);
        }
    }
}
