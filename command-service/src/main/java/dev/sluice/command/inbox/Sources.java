package dev.sluice.command.inbox;

import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How far each partition of other contexts has been heard, so that what a carrier brings once more, at whatever offset, is dropped. */
public final class Sources implements TurnTable {

    private static final TypeReference<Map<String, String>> PLACES = new TypeReference<>() {};

    private static final String UPSERT =
            "INSERT INTO source (part, latest) VALUES (?, ?) ON DUPLICATE KEY UPDATE latest = VALUES(latest)";

    /** By our partition and the sender. */
    private final Map<Integer, Map<String, Sequence>> heard = new HashMap<>();

    private final Map<Integer, Map<String, Sequence>> news = new HashMap<>();

    @Override
    public void claimed(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT latest FROM source WHERE part = ?")) {
            for (int partition : partitions) {
                statement.setInt(1, partition);
                try (ResultSet row = statement.executeQuery()) {
                    heard.put(partition, row.next() ? read(row.getString(1)) : new HashMap<>());
                }
            }
        }
    }

    private static Map<String, Sequence> read(String latest) {
        Map<String, Sequence> sequences = new HashMap<>();
        Json.MAPPER.readValue(latest, PLACES).forEach((sender, place) -> {
            Sequence sequence = Sequence.read(sender, place);
            if (sequence != null) {
                sequences.put(sender, sequence);
            }
        });
        return sequences;
    }

    @Override
    public void released(Set<Integer> partitions) {
        heard.keySet().removeAll(partitions);
    }

    /** What was set aside has been heard already: it comes from the table of parked messages and not from its sender. */
    @Override
    public boolean settles(Incoming input) {
        Sequence sequence =
                input instanceof Legible legible && legible.row() == null ? Sequence.of(legible.message()) : null;
        if (sequence == null) {
            return false;
        }
        Sequence latest = latest(input.partition(), sequence.sender());
        if (latest != null && sequence.isUpTo(latest)) {
            return true;
        }
        news.computeIfAbsent(input.partition(), _ -> new HashMap<>()).put(sequence.sender(), sequence);
        return false;
    }

    private @Nullable Sequence latest(int partition, String sender) {
        Sequence fresh = news.getOrDefault(partition, Map.of()).get(sender);
        return fresh != null ? fresh : heard.getOrDefault(partition, Map.of()).get(sender);
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        if (news.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(UPSERT)) {
            for (int partition : news.keySet()) {
                Map<String, String> places = new HashMap<>();
                together(partition).forEach((sender, sequence) -> places.put(sender, sequence.place()));
                statement.setInt(1, partition);
                statement.setString(2, Json.MAPPER.writeValueAsString(places));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Map<String, Sequence> together(int partition) {
        Map<String, Sequence> all = new HashMap<>(heard.getOrDefault(partition, Map.of()));
        all.putAll(news.getOrDefault(partition, Map.of()));
        return all;
    }

    @Override
    public void committed(Turn turn) {
        news.keySet().forEach(partition -> heard.put(partition, together(partition)));
        news.clear();
    }

    @Override
    public void forget() {
        news.clear();
    }
}
