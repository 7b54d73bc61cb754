package dev.sluice.command.inbox;

import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Unworkable;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that cannot be carried out, and behind each, in order, what came later for the same key. */
public final class Parked implements TurnTable {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final String WAITS = "waits behind an earlier message of its key";
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_REASON = 1000;

    private static final String INSERT =
            "INSERT INTO parked (topic, part, position, idx, akey, reason, content) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final String context;
    private final String topic;
    private final Map<Integer, Set<String>> stored = new HashMap<>();
    private final List<Unworkable> aside = new ArrayList<>();
    private final Set<Waiting> fresh = new HashSet<>();

    private record Waiting(int partition, String key) {}

    public Parked(String context, String topic) {
        this.context = context;
        this.topic = topic;
    }

    @Override
    public void claimed(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT DISTINCT akey FROM parked WHERE topic = ? AND part = ?")) {
            for (int partition : partitions) {
                Set<String> waiting = new HashSet<>();
                statement.setString(1, topic);
                statement.setInt(2, partition);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        waiting.add(rows.getString(1));
                    }
                }
                stored.put(partition, waiting);
            }
        }
    }

    @Override
    public boolean settles(Incoming input) {
        Waiting waiting = new Waiting(input.partition(), shortened(input.key(), LONGEST_KEY));
        if (input instanceof Unworkable unworkable) {
            fresh.add(waiting);
            aside.add(unworkable);
            return true;
        }
        boolean mustWait = fresh.contains(waiting)
                || stored.getOrDefault(waiting.partition, Set.of()).contains(waiting.key);
        if (mustWait) {
            aside.add(Unworkable.of(input, WAITS));
        }
        return mustWait;
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        if (aside.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(INSERT)) {
            for (Unworkable message : aside) {
                statement.setString(1, topic);
                statement.setInt(2, message.partition());
                statement.setLong(3, message.position().offset());
                statement.setInt(4, message.position().index());
                statement.setString(5, shortened(message.key(), LONGEST_KEY));
                statement.setString(6, shortened(message.reason(), LONGEST_REASON));
                statement.setBytes(7, message.content().getBytes(StandardCharsets.UTF_8));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed(Turn turn) {
        for (Unworkable message : aside) {
            LOG.warn(
                    "{}: parked {}-{} at {} for {}: {}",
                    context,
                    topic,
                    message.partition(),
                    message.position(),
                    message.key(),
                    message.reason());
        }
        fresh.forEach(waiting ->
                stored.computeIfAbsent(waiting.partition, _ -> new HashSet<>()).add(waiting.key));
        forget();
    }

    @Override
    public void forget() {
        aside.clear();
        fresh.clear();
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
