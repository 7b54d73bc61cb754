package dev.sluice.command.outbox;

import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.Turn.Sent;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.wire.CloudEvents;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row per target topic and partition, however many messages go there: capture costs by the row. */
public final class Outbox implements TurnTable {

    private static final String INSERT =
            "INSERT INTO outbox (id, topic, part, akey, type, payload) VALUES (?, ?, ?, ?, ?, ?)";

    private record Target(String topic, int partition) {}

    @Override
    public void flush(Turn turn) throws SQLException {
        if (turn.sent().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(INSERT)) {
            for (Pack pack : packs(turn.sent())) {
                statement.setString(1, pack.id());
                statement.setString(2, pack.topic());
                statement.setInt(3, pack.partition());
                statement.setString(4, pack.key());
                statement.setString(5, CloudEvents.BATCH);
                statement.setString(6, pack.payload());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static List<Pack> packs(List<Sent> messages) {
        Map<Target, Pack> open = new LinkedHashMap<>();
        List<Pack> all = new ArrayList<>();
        for (Sent sent : messages) {
            Target target =
                    new Target(sent.topic(), Partitions.of(sent.message().subject()));
            Pack pack = open.get(target);
            if (pack == null || pack.isFull()) {
                pack = new Pack(target.topic, target.partition, sent.message());
                open.put(target, pack);
                all.add(pack);
            }
            pack.add(sent.message());
        }
        return all;
    }
}
