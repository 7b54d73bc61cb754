package dev.sluice.command.hosting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries outbox rows to command topics in place of change data capture, now and then twice, as any carrier may. */
final class Carrier implements AutoCloseable {

    private final Map<String, Hosted> contexts = new HashMap<>();
    private final Map<Hosted, Long> carried = new HashMap<>();
    private final Random random = new Random(7);
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> work;

    Carrier(Hosted ordering, Hosted stock, Hosted payment) {
        contexts.put("commands.ordering", ordering);
        contexts.put("commands.stock", stock);
        contexts.put("commands.payment", payment);
        work = rounds.scheduleWithFixedDelay(this::round, 0, 10, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try (Connection connection = Servers.connect()) {
            for (Hosted from : contexts.values()) {
                carry(connection, from);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void carry(Connection connection, Hosted from) throws SQLException {
        if (!exists(connection, from)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT seq, topic, part, akey, payload FROM "
                + from.table("outbox") + " WHERE seq > ? ORDER BY seq")) {
            statement.setLong(1, carried.getOrDefault(from, 0L));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deliver(row.getString("topic"), row.getInt("part"), row.getString("akey"), row.getBytes("payload"));
                    carried.put(from, row.getLong("seq"));
                }
            }
        }
    }

    private static boolean exists(Connection connection, Hosted hosted) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(hosted.names.schema(), null, "outbox", null)) {
            return tables.next();
        }
    }

    private void deliver(String topic, int partition, String key, byte[] pack) {
        Hosted to = contexts.get(topic);
        if (to == null) {
            return;
        }
        int times = random.nextInt(10) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            to.sendRaw(to.names.topic(), partition, key, pack);
        }
    }

    @Override
    public void close() {
        work.cancel(false);
        rounds.close();
    }
}
