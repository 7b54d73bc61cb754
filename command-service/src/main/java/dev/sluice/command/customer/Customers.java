package dev.sluice.command.customer;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.customer.CustomerCommand.PutCustomer;
import dev.sluice.schemas.operation.OperationOutcome;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;

/** The register of customers. Each change counts the row's version, by which its readers know the newer row. */
final class Customers implements TurnTable {

    private static final String UPSERT = """
            INSERT INTO customers (customer_id, name, email, country, version, updated_at)
            VALUES (?, ?, ?, ?, ?, ?) AS n
            ON DUPLICATE KEY UPDATE name = n.name, email = n.email, country = n.country,
            version = n.version, updated_at = n.updated_at""";

    private final Clock clock;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, PutCustomer> changes = new LinkedHashMap<>();

    Customers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void begin(Turn turn) throws SQLException {
        Set<String> ids = turn.legible().map(message -> message.key()).collect(Collectors.toSet());
        In.select(
                turn.connection(),
                "SELECT customer_id, version FROM customers WHERE customer_id IN (%s)",
                ids,
                row -> versions.put(row.getString(1), row.getLong(2)));
    }

    @CommandHandler
    List<Outgoing> handle(PutCustomer command) {
        long version = versions.merge(command.customerId(), 1L, Long::sum);
        changes.put(command.customerId(), command);
        return List.of(Outgoing.of(new OperationOutcome.Succeeded(
                command.operationId(), "customer", command.customerId(), version, clock.instant())));
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(turn.startedAt(), ZoneOffset.UTC);
        try (PreparedStatement statement = turn.connection().prepareStatement(UPSERT)) {
            for (PutCustomer change : changes.values()) {
                statement.setString(1, change.customerId());
                statement.setString(2, change.name());
                statement.setString(3, change.email());
                statement.setString(4, change.country());
                statement.setLong(5, versions.getOrDefault(change.customerId(), 1L));
                statement.setObject(6, now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed(Turn turn) {
        forget();
    }

    @Override
    public void forget() {
        versions.clear();
        changes.clear();
    }
}
