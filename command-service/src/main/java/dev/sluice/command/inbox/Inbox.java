package dev.sluice.command.inbox;

import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Outage;
import dev.sluice.command.turn.Position;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far each partition has been carried out, stored with what it came to. Claiming a partition counts its epoch up, so that
 * whoever owned it before can commit nothing more, however late it wakes.
 */
public final class Inbox implements TurnTable {

    private static final String CLAIM = """
            INSERT INTO inbox (topic, part, position, idx, epoch, cluster_id, topic_id) VALUES (?, ?, ?, 0, 1, ?, ?)
            ON DUPLICATE KEY UPDATE epoch = epoch + 1""";

    private static final String READ =
            "SELECT epoch, position, idx, cluster_id, topic_id FROM inbox WHERE topic = ? AND part = ?";

    private static final String ADVANCE = """
            UPDATE inbox SET position = ?, idx = ?
            WHERE topic = ? AND part = ? AND epoch = ? AND position = ? AND idx = ?""";

    private final String context;
    private final String topic;
    private final Map<Integer, Claim> claims = new HashMap<>();

    public Inbox(String context, String topic) {
        this.context = context;
        this.topic = topic;
    }

    /**
     * Makes the partitions ours and says where each is to be continued.
     *
     * @param beginnings the first offset of each partition, for those that were never read
     */
    public Map<Integer, Position> claim(Connection connection, Map<Integer, Long> beginnings, Origin origin)
            throws SQLException {
        Map<Integer, Claim> claimed = new HashMap<>();
        for (var beginning : new TreeMap<>(beginnings).entrySet()) {
            count(connection, beginning.getKey(), beginning.getValue(), origin);
            claimed.put(beginning.getKey(), read(connection, beginning.getKey(), origin));
        }
        connection.commit();
        claims.putAll(claimed);
        Map<Integer, Position> positions = new HashMap<>();
        claimed.forEach((partition, claim) -> positions.put(partition, claim.position()));
        return positions;
    }

    @Override
    public void released(Set<Integer> partitions) {
        claims.keySet().removeAll(partitions);
    }

    private void count(Connection connection, int partition, long beginning, Origin origin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, topic);
            statement.setInt(2, partition);
            statement.setLong(3, beginning);
            statement.setString(4, origin.clusterId());
            statement.setString(5, origin.topicId());
            statement.executeUpdate();
        }
    }

    private Claim read(Connection connection, int partition, Origin origin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, topic);
            statement.setInt(2, partition);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Outage("the inbox row of " + topic + "-" + partition + " is gone");
                }
                requireSame(origin, new Origin(row.getString("cluster_id"), row.getString("topic_id")));
                return new Claim(row.getLong("epoch"), new Position(row.getLong("position"), row.getInt("idx")));
            }
        }
    }

    private void requireSame(Origin actual, Origin stored) {
        if (!actual.equals(stored)) {
            String other = actual.clusterId().equals(stored.clusterId())
                    ? "another topic " + topic + " (id " + stored.topicId() + ", here " + actual.topicId() + ")"
                    : "another Kafka cluster (" + stored.clusterId() + ", here " + actual.clusterId() + ")";
            throw new ForeignLog(context + " stops: its inbox belongs to " + other
                    + ". Connect it to that one, or, if that log is gone for good, run in the schema of " + context
                    + ": DELETE FROM inbox WHERE topic = '" + topic + "'");
        }
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        List<Map.Entry<Integer, Position>> reached = List.copyOf(reached(turn).entrySet());
        try (PreparedStatement statement = turn.connection().prepareStatement(ADVANCE)) {
            for (var partition : reached) {
                bind(statement, partition.getKey(), partition.getValue());
                statement.addBatch();
            }
            int[] rows = statement.executeBatch();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != 1) {
                    throw new Outage("somebody else has claimed " + topic + "-"
                            + reached.get(i).getKey());
                }
            }
        }
    }

    private void bind(PreparedStatement statement, int partition, Position next) throws SQLException {
        Claim claim = claims.get(partition);
        if (claim == null) {
            throw new Outage(topic + "-" + partition + " is not ours any more");
        }
        statement.setLong(1, next.offset());
        statement.setInt(2, next.index());
        statement.setString(3, topic);
        statement.setInt(4, partition);
        statement.setLong(5, claim.epoch());
        statement.setLong(6, claim.position().offset());
        statement.setInt(7, claim.position().index());
    }

    @Override
    public void committed(Turn turn) {
        reached(turn)
                .forEach((partition, next) ->
                        claims.computeIfPresent(partition, (_, claim) -> new Claim(claim.epoch(), next)));
    }

    /** What was set aside lies behind the position already: it moves nothing, but is fenced like the rest. */
    private Map<Integer, Position> reached(Turn turn) {
        Map<Integer, Position> reached = new TreeMap<>();
        for (Incoming input : turn.inputs()) {
            Claim claim = claims.get(input.partition());
            Position next = input.row() == null || claim == null ? input.next() : claim.position();
            reached.put(input.partition(), next);
        }
        return reached;
    }
}
