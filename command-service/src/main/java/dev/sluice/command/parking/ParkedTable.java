package dev.sluice.command.parking;

import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Position;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkingAct;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code parked} that belong to one topic: a queue is the rows of its lane by id. */
final class ParkedTable {

    private static final int LONGEST_REASON = 1000;

    private static final String HEADS = """
            SELECT head.akey, head.letter_id, head.attempts, head.act, queue.size FROM parked head JOIN (
            SELECT MIN(id) AS id, COUNT(*) AS size FROM parked WHERE topic = ? AND part = ? GROUP BY akey) queue
            ON head.id = queue.id""";

    private static final String OLDEST = """
            SELECT id, position, idx, act, content FROM parked WHERE topic = ? AND part = ? AND akey = ?
            ORDER BY id LIMIT ?""";

    private static final String INSERT = """
            INSERT INTO parked (topic, part, position, idx, akey, reason, content, letter_id, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FAILED =
            "UPDATE parked SET letter_id = ?, attempts = ?, reason = ?, act = NULL WHERE id = ?";

    private static final String RELEASE =
            "UPDATE parked SET act = ?, content = COALESCE(?, content) WHERE letter_id = ?";

    private final String topic;

    ParkedTable(String topic) {
        this.topic = topic;
    }

    /** @param act of the operator who has released it, null where nobody had to */
    record Row(long id, Position position, @Nullable ParkingAct act, String content) {
        boolean isEdited() {
            return act != null && act.kind() == ParkingAct.Kind.EDIT;
        }
    }

    Map<Lane, Queue> queues(Connection connection, Set<Integer> partitions) throws SQLException {
        Map<Lane, Queue> queues = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
            statement.setString(1, topic);
            for (int partition : partitions) {
                statement.setInt(2, partition);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        queues.put(new Lane(partition, row.getString("akey")), queue(row));
                    }
                }
            }
        }
        return queues;
    }

    private static Queue queue(ResultSet row) throws SQLException {
        String letterId = row.getString("letter_id");
        Letter head = letterId == null ? null : new Letter(letterId, row.getInt("attempts"), act(row.getString("act")));
        return new Queue(row.getLong("size"), 0, head).allTold();
    }

    /** The oldest of a lane, so many at most. */
    List<Row> oldest(Connection connection, Lane lane, int most) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OLDEST)) {
            statement.setString(1, topic);
            statement.setInt(2, lane.partition());
            statement.setString(3, lane.key());
            statement.setInt(4, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong("id"),
                            new Position(row.getLong("position"), row.getInt("idx")),
                            act(row.getString("act")),
                            new String(row.getBytes("content"), StandardCharsets.UTF_8)));
                }
            }
        }
        return rows;
    }

    /** What was set aside, as the letter of a lane or behind one. */
    record Aside(
            Lane lane,
            Incoming input,
            String reason,
            @Nullable Letter letter) {}

    void insert(Connection connection, List<Aside> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Aside message : messages) {
                Letter letter = message.letter;
                statement.setString(1, topic);
                statement.setInt(2, message.lane.partition());
                statement.setLong(3, message.input.position().offset());
                statement.setInt(4, message.input.position().index());
                statement.setString(5, message.lane.key());
                statement.setString(6, reason(message.reason));
                statement.setBytes(7, message.input.content().getBytes(StandardCharsets.UTF_8));
                statement.setString(8, letter == null ? null : letter.id());
                statement.setInt(9, letter == null ? 0 : letter.attempts());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void failed(Connection connection, long row, Letter letter, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setString(1, letter.id());
            statement.setInt(2, letter.attempts());
            statement.setString(3, reason(reason));
            statement.setLong(4, row);
            statement.executeUpdate();
        }
    }

    /** @param content in place of the old one, or null to keep that */
    void release(Connection connection, Letter letter, ParkingAct act, @Nullable String content) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, Json.MAPPER.writeValueAsString(act));
            statement.setBytes(2, content == null ? null : content.getBytes(StandardCharsets.UTF_8));
            statement.setString(3, letter.id());
            statement.executeUpdate();
        }
    }

    String content(Connection connection, Letter letter) throws SQLException {
        List<String> contents = new ArrayList<>();
        In.select(
                connection,
                "SELECT content FROM parked WHERE letter_id IN (%s)",
                List.of(letter.id()),
                row -> contents.add(new String(row.getBytes(1), StandardCharsets.UTF_8)));
        return contents.getFirst();
    }

    void drop(Connection connection, List<String> letterIds) throws SQLException {
        In.update(connection, "DELETE FROM parked WHERE letter_id IN (%s)", letterIds);
    }

    void delete(Connection connection, List<Long> rows) throws SQLException {
        In.update(
                connection,
                "DELETE FROM parked WHERE id IN (%s)",
                rows.stream().map(String::valueOf).toList());
    }

    static String reason(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private static @Nullable ParkingAct act(@Nullable String json) {
        return json == null ? null : Json.MAPPER.readValue(json, ParkingAct.class);
    }
}
