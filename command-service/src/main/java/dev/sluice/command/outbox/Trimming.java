package dev.sluice.command.outbox;

import dev.sluice.command.turn.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is only kept for looking back: outbox rows, which change data capture has read from the binlog long since, and
 * operations that can no longer be repeated. In small batches, from the oldest on, so that no turn waits for it.
 */
public final class Trimming {

    private static final Logger LOG = LoggerFactory.getLogger(Trimming.class);
    private static final int BATCH = 1000;

    private static final String OUTBOX = """
            DELETE FROM outbox WHERE seq IN (SELECT seq FROM (SELECT seq, created_at FROM outbox ORDER BY seq LIMIT ?) AS oldest
            WHERE created_at < CURRENT_TIMESTAMP(3) - INTERVAL ? SECOND)""";

    private static final String OPERATIONS =
            "DELETE FROM operation WHERE done_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND ORDER BY done_at LIMIT ?";

    private final String context;
    private final DataSource dataSource;
    private final Duration outbox;
    private final Duration operations;

    /** @param outbox and operations how long their rows are kept */
    public Trimming(String context, DataSource dataSource, Duration outbox, Duration operations) {
        this.context = context;
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.operations = operations;
    }

    /** Deletes all that is old enough now. Whatever prevents it will be gone by the next time. */
    public void trim() {
        try (Connection connection = dataSource.getConnection()) {
            int rows = repeat(connection, OUTBOX, BATCH, outbox.toSeconds())
                    + repeat(connection, OPERATIONS, operations.toSeconds(), BATCH);
            LOG.debug("{}: trimmed {} rows", context, rows);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("{}: nothing trimmed: {}", context, Outage.firstLine(e));
        }
    }

    private static int repeat(Connection connection, String delete, long first, long second) throws SQLException {
        int total = 0;
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setLong(1, first);
            statement.setLong(2, second);
            int rows;
            do {
                rows = statement.executeUpdate();
                connection.commit();
                total += rows;
            } while (rows == BATCH);
        }
        return total;
    }
}
