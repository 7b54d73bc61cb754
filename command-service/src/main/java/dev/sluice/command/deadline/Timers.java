package dev.sluice.command.deadline;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.outbox.Partitions;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be looked after at its time, in a table of its own. What falls due becomes a command in the outbox: it travels
 * the road of all others, behind those that are on it already, and waits with them while the road is closed.
 */
public final class Timers implements TurnTable {

    private final Kind kind;
    private final Table table;
    private final Deadlines deadlines = new Deadlines();
    private List<Deadlines.Deadline> due = List.of();

    public Timers(Kind kind) {
        this.kind = kind;
        this.table = kind.table();
    }

    /** Whose time is kept. Ids are keys of the topic that their commands go to. */
    public interface Kind {
        Table table();

        /** What the turn began, and when it is to be looked after. */
        Map<String, Instant> begun(Turn turn);

        /** What needs no looking after any more. */
        Set<String> ended(Turn turn);

        Outgoing due(String id);
    }

    /**
     * Its third column is {@code part}, the partition of the id.
     *
     * @param id the column of the id
     * @param at the column of the instant
     */
    public record Table(String name, String id, String at) {}

    @Override
    public void claimed(Connection connection, Set<Integer> partitions) throws SQLException {
        deadlines.removeIf(id -> partitions.contains(Partitions.of(id)));
        String query = "SELECT %s, %s FROM %s WHERE part = ?".formatted(table.id, table.at, table.name);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int partition : partitions) {
                statement.setInt(1, partition);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Instant at = rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                        deadlines.add(rows.getString(1), at);
                    }
                }
            }
        }
    }

    @Override
    public void released(Set<Integer> partitions) {
        deadlines.removeIf(id -> partitions.contains(Partitions.of(id)));
    }

    @Override
    public boolean isDue(Instant now) {
        return deadlines.isAnyDue(now);
    }

    @Override
    public void begin(Turn turn) {
        due = deadlines.due(turn.startedAt());
        for (Deadlines.Deadline deadline : due) {
            String name = "due." + deadline.id() + "." + turn.startedAt().toEpochMilli();
            turn.send(kind.due(deadline.id()), Partitions.of(deadline.id()), name, null);
        }
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        insert(turn.connection(), kind.begun(turn));
        In.update(turn.connection(), "DELETE FROM " + table.name + " WHERE " + table.id + " IN (%s)", kind.ended(turn));
    }

    private void insert(Connection connection, Map<String, Instant> begun) throws SQLException {
        if (begun.isEmpty()) {
            return;
        }
        String insert = "INSERT INTO %s (%s, part, %s) VALUES (?, ?, ?)".formatted(table.name, table.id, table.at);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Map.Entry<String, Instant> one : begun.entrySet()) {
                statement.setString(1, one.getKey());
                statement.setInt(2, Partitions.of(one.getKey()));
                statement.setObject(3, LocalDateTime.ofInstant(one.getValue(), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed(Turn turn) {
        due.forEach(deadline -> deadlines.postpone(deadline, turn.startedAt()));
        kind.begun(turn).forEach(deadlines::add);
        deadlines.remove(kind.ended(turn));
        forget();
    }

    @Override
    public void forget() {
        due = List.of();
    }
}
