package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a turn stores, and what it does with messages that break it: on a real MySQL and Kafka. */
class TurnIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private final Hosted stock = new Hosted(ContextName.STOCK);

    @AfterEach
    void close() {
        stock.close();
    }

    private static TryBranch attempt(String orderId, String sku, long units) {
        return new TryBranch(orderId, STOCK, sku, units, "pcs", EXPIRY);
    }

    private void count(String sku, long onHand) {
        stock.send(sku, new CountStock("op-" + sku, sku, onHand));
    }

    private static String pack(List<? extends Payload> payloads) {
        List<String> elements = new ArrayList<>();
        for (Payload payload : payloads) {
            String key = ((TryBranch) payload).key();
            Message<Payload> message =
                    new Message<>("m" + elements.size(), "/ordering/0", key, Instant.EPOCH, null, payload);
            elements.add(new String(MessageCodec.element(message), StandardCharsets.UTF_8));
        }
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private long reserved(String sku) {
        return stock.facts(sku).stream().filter(UnitsReserved.class::isInstance).count();
    }

    @Test
    void factsMessagesAndPositionsAreStoredTogether() {
        count("tea", 5);
        stock.sendRaw("tea", pack(List.of(attempt("a", "tea", 2), attempt("b", "tea", 1))));
        stock.startAndAwait();
        stock.awaitDone();

        assertThat(stock.facts("tea"))
                .containsExactly(
                        new StockCounted("tea", 5, 0),
                        new UnitsReserved("tea", "a", 2, EXPIRY, 5, 2),
                        new UnitsReserved("tea", "b", 1, EXPIRY, 5, 3));
        assertThat(stock.sent())
                .extracting(message -> message.data().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Succeeded", "BranchAnswered", "BranchAnswered");
        assertThat(stock.sent()).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(Servers.query("SELECT DISTINCT payload_type FROM " + stock.table("domain_event_entry")))
                .containsExactlyInAnyOrder("stock.StockCounted.v1", "stock.UnitsReserved.v1");
    }

    @Test
    void messagesOfOnePartitionArePackedIntoOneRow() {
        count("tea", 500);
        List<TryBranch> attempts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            attempts.add(attempt("same order", "tea" + i, 0));
        }
        stock.sendRaw("tea", pack(attempts));
        stock.startAndAwait();
        stock.awaitDone();

        assertThat(stock.sent())
                .filteredOn(message -> message.data() instanceof BranchAnswered)
                .hasSize(100);
        assertThat(stock.count("outbox")).isEqualTo(2);
    }

    @Test
    void aCommandThatBreaksIsParkedAloneAndTakesNobodyAlong() {
        count("tea", 50);
        count("mug", 50);
        stock.sendRaw(
                "tea",
                pack(List.of(
                        attempt("a", "tea", 1),
                        attempt("b", "bad", -1),
                        attempt("c", "tea", 1),
                        attempt("d", "bad", 0),
                        attempt("e", "mug", 0))));
        stock.startAndAwait();
        stock.awaitDone();

        assertThat(reserved("tea")).isEqualTo(2);
        assertThat(reserved("mug")).isEqualTo(1);
        assertThat(stock.facts("bad")).isEmpty();
        List<String> parked = Servers.query(
                "SELECT CONCAT(akey, ' ', idx, ' ', reason) FROM " + stock.table("parked") + " ORDER BY id");
        assertThat(parked).hasSize(2);
        assertThat(parked.get(0)).startsWith("bad 1 ").contains("negative amount");
        assertThat(parked.get(1)).startsWith("bad 3 ").contains("waits behind");
    }

    @Test
    void aParkedKeyStaysParkedAfterARestart() {
        stock.sendRaw("bad", pack(List.of(attempt("a", "bad", -1))));
        stock.startAndAwait();
        stock.awaitDone();
        stock.stop();
        stock.sendRaw("bad", pack(List.of(attempt("b", "bad", 0))));
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(stock.count("parked")).isEqualTo(2);
        assertThat(stock.facts("bad")).isEmpty();
    }

    @Test
    void whatIsNoMessageIsParkedWithItsReason() {
        stock.sendRaw("tea", "{ this is no JSON");
        stock.sendRaw(
                "mug",
                "[{\"type\":\"stock.Nonsense.v1\",\"id\":\"1\",\"source\":\"/x\",\"subject\":\"mug\","
                        + "\"time\":\"2026-01-01T00:00:00Z\",\"data\":{}},"
                        + pack(List.of(attempt("a", "cup", 1))).substring(1));
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(Servers.query("SELECT akey FROM " + stock.table("parked"))).containsExactlyInAnyOrder("tea", "mug");
        assertThat(Servers.query("SELECT reason FROM " + stock.table("parked") + " WHERE akey = 'mug'"))
                .first()
                .asString()
                .contains("stock.Nonsense.v1");
        assertThat(stock.facts("cup")).hasSize(1);
    }

    @Test
    void whatDoesNotFitTheTableIsFoundAndParked() {
        String endless = "x".repeat(65);
        stock.sendRaw("tea", pack(List.of(attempt("a", "tea", 0), attempt("b", endless, 0), attempt("c", "mug", 0))));
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(Servers.query("SELECT akey FROM " + stock.table("parked"))).containsExactly(endless);
        assertThat(reserved("tea")).isEqualTo(1);
        assertThat(reserved("mug")).isEqualTo(1);
    }

    @Test
    void anOperationIsCarriedOutOnce() {
        stock.send("tea", new CountStock("op", "tea", 5));
        stock.send("tea", attempt("a", "tea", 5));
        stock.send("tea", new CountStock("op", "tea", 5));
        stock.startAndAwait();
        stock.awaitDone();
        assertThat(stock.facts("tea")).hasSize(2);
        assertThat(stock.sent())
                .filteredOn(message -> message.data() instanceof Succeeded)
                .hasSize(1);
    }
}
