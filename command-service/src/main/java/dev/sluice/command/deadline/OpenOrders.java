package dev.sluice.command.deadline;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.outbox.Partitions;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/**
 * Orders that are not decided, and when to look after each. What falls due becomes a {@link CheckDeadline} in the outbox: it
 * travels the road of the answers, behind those that are on it already, and waits with them while the road is closed.
 */
public final class OpenOrders implements TurnTable {

    private final Deadlines deadlines = new Deadlines();
    private List<Deadlines.Deadline> due = List.of();

    @Override
    public void claimed(Connection connection, Set<Integer> partitions) throws SQLException {
        deadlines.removeIf(orderId -> partitions.contains(Partitions.of(orderId)));
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT order_id, deadline_at FROM open_order WHERE part = ?")) {
            for (int partition : partitions) {
                statement.setInt(1, partition);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Instant deadlineAt =
                                rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                        deadlines.add(rows.getString(1), deadlineAt);
                    }
                }
            }
        }
    }

    @Override
    public void released(Set<Integer> partitions) {
        deadlines.removeIf(orderId -> partitions.contains(Partitions.of(orderId)));
    }

    @Override
    public boolean isDue(Instant now) {
        return deadlines.isAnyDue(now);
    }

    @Override
    public void begin(Turn turn) {
        due = deadlines.due(turn.startedAt());
        for (Deadlines.Deadline deadline : due) {
            String id = "due." + deadline.orderId() + "." + turn.startedAt().toEpochMilli();
            Outgoing check = Outgoing.of(new CheckDeadline(deadline.orderId()));
            turn.send(check, Partitions.of(deadline.orderId()), id, null);
        }
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        insert(turn.connection(), placed(turn));
        In.update(turn.connection(), "DELETE FROM open_order WHERE order_id IN (%s)", decided(turn));
    }

    private static void insert(Connection connection, List<OrderPlaced> placed) throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO open_order (order_id, part, deadline_at) VALUES (?, ?, ?)")) {
            for (OrderPlaced order : placed) {
                statement.setString(1, order.orderId());
                statement.setInt(2, Partitions.of(order.orderId()));
                statement.setObject(3, LocalDateTime.ofInstant(order.deadlineAt(), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed(Turn turn) {
        due.forEach(deadline -> deadlines.postpone(deadline, turn.startedAt()));
        placed(turn).forEach(order -> deadlines.add(order.orderId(), order.deadlineAt()));
        deadlines.remove(decided(turn));
        forget();
    }

    @Override
    public void forget() {
        due = List.of();
    }

    private static List<OrderPlaced> placed(Turn turn) {
        List<OrderPlaced> placed = new ArrayList<>();
        for (EventMessage<?> event : turn.events()) {
            if (event.getPayload() instanceof OrderPlaced fact) {
                placed.add(fact);
            }
        }
        return placed;
    }

    private static boolean isDecision(OrderFact fact) {
        return fact instanceof OrderConfirmed || fact instanceof OrderRejected || fact instanceof OrderCancelled;
    }

    private static Set<String> decided(Turn turn) {
        Set<String> decided = new HashSet<>();
        for (EventMessage<?> event : turn.events()) {
            if (event.getPayload() instanceof OrderFact fact && isDecision(fact)) {
                decided.add(fact.orderId());
            }
        }
        return decided;
    }
}
