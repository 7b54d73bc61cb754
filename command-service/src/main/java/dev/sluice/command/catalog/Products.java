package dev.sluice.command.catalog;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
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

/** The table of products. Each change counts the row's version, by which its readers know the newer row. */
final class Products implements TurnTable {

    private static final String UPSERT = """
            INSERT INTO products (sku, name, description, category, price_amount, price_currency, version, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) AS n
            ON DUPLICATE KEY UPDATE name = n.name, description = n.description, category = n.category,
            price_amount = n.price_amount, price_currency = n.price_currency, version = n.version,
            updated_at = n.updated_at""";

    private final Clock clock;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, PutProduct> changes = new LinkedHashMap<>();

    Products(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void begin(Turn turn) throws SQLException {
        Set<String> skus = turn.legible().map(message -> message.key()).collect(Collectors.toSet());
        In.select(
                turn.connection(),
                "SELECT sku, version FROM products WHERE sku IN (%s)",
                skus,
                row -> versions.put(row.getString(1), row.getLong(2)));
    }

    @CommandHandler
    List<Outgoing> handle(PutProduct command) {
        long version = versions.merge(command.sku(), 1L, Long::sum);
        changes.put(command.sku(), command);
        return List.of(Outgoing.of(new OperationOutcome.Succeeded(
                command.operationId(), "product", command.sku(), version, clock.instant())));
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(turn.startedAt(), ZoneOffset.UTC);
        try (PreparedStatement statement = turn.connection().prepareStatement(UPSERT)) {
            for (PutProduct change : changes.values()) {
                statement.setString(1, change.sku());
                statement.setString(2, change.name());
                statement.setString(3, change.description());
                statement.setString(4, change.category());
                statement.setLong(5, change.price().amount());
                statement.setString(6, change.price().currency());
                statement.setLong(7, versions.getOrDefault(change.sku(), 1L));
                statement.setObject(8, now);
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
