package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Reading again what was read, and who may go on reading. */
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private final Hosted stock = new Hosted(ContextName.STOCK);

    @AfterEach
    void close() {
        stock.close();
    }

    private void someTrade() {
        for (String sku : List.of("tea", "mug", "cup", "pot")) {
            stock.send(sku, new CountStock("op-" + sku, sku, 5));
            stock.send(sku, new TryBranch("a", STOCK, sku, 3, "pcs", EXPIRY));
            stock.send(sku, new TryBranch("b", STOCK, sku, 3, "pcs", EXPIRY));
            stock.send(sku, new ConfirmBranch("a", STOCK, sku));
            stock.send(sku, new CancelBranch("b", STOCK, sku, EXPIRY));
            stock.send(sku, new CancelBranch("c", STOCK, sku, EXPIRY));
            stock.send(sku, new CountStock("op2-" + sku, sku, 9));
        }
    }

    private List<Payload> facts() {
        List<Payload> facts = new ArrayList<>();
        List.of("tea", "mug", "cup", "pot").forEach(sku -> facts.addAll(stock.facts(sku)));
        return facts;
    }

    @Test
    void replayingATopicFromItsBeginningChangesNothing() {
        someTrade();
        stock.startAndAwait();
        stock.awaitDone();
        List<Payload> before = facts();
        assertThat(before).hasSize(24);

        stock.stop();
        Servers.execute("UPDATE " + stock.table("inbox") + " SET position = 0, idx = 0");
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(facts()).isEqualTo(before);
        assertThat(stock.count("parked")).isZero();
    }

    @Test
    void whatACarrierBringsOnceMoreIsDropped() {
        stock.startAndAwait();
        stock.send("tea", new CountStock("op", "tea", 5));
        fromOrdering("first", "4.0.1");
        fromOrdering("second", "4.1.0");
        fromOrdering("first", "4.0.1");
        fromOrdering("second", "4.1.0");
        stock.awaitDone();
        assertThat(stock.sent()).as("the count's outcome and two answers").hasSize(3);

        stock.stop();
        stock.startAndAwait();
        fromOrdering("first", "4.0.1");
        fromOrdering("third", "5.0.0");
        stock.awaitDone();
        assertThat(stock.sent()).hasSize(4);

        fromOrdering("/ordering/0/another", "first", "0.0.0");
        stock.awaitDone();
        assertThat(stock.sent()).as("in another log places begin anew").hasSize(5);
        assertThat(stock.facts("tea")).hasSize(4);
    }

    private void fromOrdering(String order, String id) {
        fromOrdering("/ordering/0/8c4SGxTs", order, id);
    }

    private void fromOrdering(String source, String order, String id) {
        stock.send("tea", new TryBranch(order, STOCK, "tea", 1, "pcs", EXPIRY), source, id);
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        someTrade();
        stock.startAndAwait();
        stock.awaitDone();
        stock.stop();
        stock.send("tea", new TryBranch("z", STOCK, "tea", 1, "pcs", EXPIRY));
        long outbox = stock.sent().size();
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(stock.sent()).hasSize((int) outbox + 1);
    }

    @Test
    void whoeverClaimsNextFencesTheOwner() {
        stock.startAndAwait();
        Servers.execute("UPDATE " + stock.table("inbox") + " SET epoch = epoch + 1");
        someTrade();
        stock.awaitDone();
        assertThat(facts()).hasSize(24);
        assertThat(Servers.query("SELECT epoch FROM " + stock.table("inbox")))
                .allMatch(epoch -> Integer.parseInt(epoch) >= 3);
    }

    @Test
    void twoProcessesShareThePartitions() {
        stock.startAndAwait();
        try (HostedContext twin = stock.startTwin()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> twin.health().trouble() == null);
            someTrade();
            stock.awaitDone();
            assertThat(facts()).hasSize(24);
        }
        stock.send("tea", new TryBranch("z", STOCK, "tea", 1, "pcs", EXPIRY));
        stock.send("mug", new TryBranch("z", STOCK, "mug", 1, "pcs", EXPIRY));
        stock.send("cup", new TryBranch("z", STOCK, "cup", 1, "pcs", EXPIRY));
        stock.awaitDone();
        assertThat(facts()).hasSize(27);
    }

    @Test
    void anInboxOfAnotherLogStopsTheContextAndNamesTheMend() {
        stock.startAndAwait();
        stock.stop();
        Servers.execute("UPDATE " + stock.table("inbox") + " SET topic_id = 'another'");
        stock.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(stock.trouble()).contains("stock stops").contains("DELETE FROM inbox"));
    }

    @Test
    void positionsThatTheLogDoesNotHoldStopTheContext() {
        stock.startAndAwait();
        stock.stop();
        Servers.execute("UPDATE " + stock.table("inbox") + " SET position = 1000");
        stock.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(stock.trouble()).contains("stock stops").contains("positions"));
    }
}
