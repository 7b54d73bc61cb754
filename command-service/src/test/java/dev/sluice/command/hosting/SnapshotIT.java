package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SKU that has sold its units one by one, and a process that has just started. */
class SnapshotIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
    private static final int ORDERS = 500;
    private static final String SKU = "long";

    private final Hosted stock = new Hosted(ContextName.STOCK);

    @BeforeEach
    void sell() {
        stock.startAndAwait();
        stock.send(SKU, new CountStock(Ids.next(), SKU, ORDERS + 10));
        for (int i = 0; i < ORDERS; i++) {
            stock.send(SKU, new TryBranch("order " + i, STOCK, SKU, 1, "pcs", EXPIRY));
            stock.send(SKU, new ConfirmBranch("order " + i, STOCK, SKU));
        }
        stock.awaitDone();
        stock.stop();
        assertThat(stock.count("snapshot")).isEqualTo(1);
    }

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void goesOnFromTheSnapshotWithoutReadingWhatCameBefore() throws SQLException {
        execute("DELETE FROM " + stock.table("domain_event_entry")
                + " WHERE sequence_number <= (SELECT sequence_number FROM " + stock.table("snapshot") + ")");
        goOn();
    }

    @Test
    void oneThatCannotBeReadOrIsOfAnotherVersionIsAsGoodAsNone() throws SQLException {
        execute("UPDATE " + stock.table("snapshot") + " SET state = '{\"onHand\": \"many\"}'");
        goOn();

        stock.stop();
        execute("UPDATE " + stock.table("snapshot") + " SET kind = 'stock/0', state = '{}'");
        stock.startAndAwait();
        stock.send(SKU, new TryBranch("last", STOCK, SKU, 6, "pcs", EXPIRY));
        stock.awaitDone();
        assertThat(stock.facts(SKU)).last().isEqualTo(new UnitsReserved(SKU, "last", 6, EXPIRY, 6, 6));
    }

    /** What was sold is remembered, in number and order by order. */
    private void goOn() {
        stock.startAndAwait();
        stock.send(SKU, new ConfirmBranch("order 0", STOCK, SKU));
        stock.send(SKU, new ConfirmBranch("order " + (ORDERS - 1), STOCK, SKU));
        stock.send(SKU, new TryBranch("next", STOCK, SKU, 4, "pcs", EXPIRY));
        stock.send(SKU, new ConfirmBranch("next", STOCK, SKU));
        stock.awaitDone();

        assertThat(stock.facts(SKU))
                .endsWith(new UnitsReserved(SKU, "next", 4, EXPIRY, 10, 4), new UnitsTaken(SKU, "next", 4, 6, 0));
        assertThat(stock.count("parked")).isZero();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Servers.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
