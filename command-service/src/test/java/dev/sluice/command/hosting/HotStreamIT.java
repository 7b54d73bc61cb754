package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.WireNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams far longer than a turn reads ahead, all of them asked for in one turn by a process that has just started. */
class HotStreamIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
    private static final int SKUS = 20;
    private static final int ORDERS = 1_500;
    private static final int LEFT = 2;

    private static final String INSERT =
            " (event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
                    + " time_stamp, payload, meta_data) VALUES (?, ?, ?, 'Stock', ?, '2026-01-01T00:00:00Z', ?, '{}')";

    private final Hosted stock = new Hosted(ContextName.STOCK);

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void areReadToTheirEnd() throws SQLException {
        stock.startAndAwait();
        stock.stop();
        List<String> skus = IntStream.range(0, SKUS).mapToObj(i -> "hot" + i).toList();
        for (String sku : skus) {
            write(sku);
            stock.send(sku, new TryBranch("more than there is", STOCK, sku, LEFT + 1, "pcs", EXPIRY));
            stock.send(sku, new TryBranch("all", STOCK, sku, LEFT, "pcs", EXPIRY));
            stock.send(sku, new TryBranch("order 0", STOCK, sku, 1, "pcs", EXPIRY));
        }

        stock.startAndAwait();
        stock.awaitDone();

        for (String sku : skus) {
            List<Payload> facts = stock.facts(sku);
            assertThat(facts)
                    .as("an old branch is remembered, so its repeat adds nothing")
                    .hasSize(2 * ORDERS + 3);
            assertThat(facts.get(2 * ORDERS + 1)).isInstanceOf(ReservationRefused.class);
            assertThat(facts.getLast()).isEqualTo(new UnitsReserved(sku, "all", LEFT, EXPIRY, LEFT, LEFT));
        }
        assertThat(stock.count("parked")).isZero();
    }

    /** Counted once, then sold one by one until so many are left. */
    private void write(String sku) throws SQLException {
        try (Connection connection = Servers.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + stock.table("domain_event_entry") + INSERT)) {
            connection.setAutoCommit(false);
            add(insert, sku, 0, new StockCounted(sku, ORDERS + LEFT, 0));
            for (int i = 0; i < ORDERS; i++) {
                String order = "order " + i;
                add(insert, sku, 2 * i + 1, new UnitsReserved(sku, order, 1, EXPIRY, ORDERS + LEFT - i, 1));
                add(insert, sku, 2 * i + 2, new UnitsTaken(sku, order, 1, ORDERS + LEFT - i - 1, 0));
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void add(PreparedStatement insert, String sku, long sequence, StockFact fact) throws SQLException {
        insert.setString(1, Ids.next());
        insert.setString(2, sku);
        insert.setLong(3, sequence);
        insert.setString(4, WireNames.of(fact.getClass()));
        insert.setBytes(5, MessageCodec.data(fact));
        insert.addBatch();
    }
}
