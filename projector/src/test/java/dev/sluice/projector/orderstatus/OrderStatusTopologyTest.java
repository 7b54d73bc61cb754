package dev.sluice.projector.orderstatus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.projector.TestBench;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.rejection.Rejection.InsufficientStock;
import dev.sluice.schemas.rejection.Rejection.UnknownSku;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.OrderStatusView.Line;
import dev.sluice.schemas.view.OrderStatusView.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderStatusTopologyTest {
    private static final String ID = "o-1";
    private static final Instant ACCEPTED_AT = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant PLACED_AT = ACCEPTED_AT.plusMillis(20);
    private static final Instant DECIDED_AT = ACCEPTED_AT.plusMillis(40);
    private static final Money PRICE = new Money(250, "GBP");

    @TempDir
    private Path directory;

    private TestBench bench;

    @BeforeEach
    void start() {
        bench = new TestBench(new OrderStatusTopology("commands", "facts", TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void anOrderIsVisibleFromTheMomentItWasAccepted() {
        accepted("hash");

        assertThat(status())
                .isEqualTo(new OrderStatusView(
                        ID,
                        "c-1",
                        OrderStatus.ACCEPTED,
                        null,
                        List.of(new Line("sku-1", null, 2, null, null)),
                        null,
                        null,
                        null,
                        List.of(new Step(OrderStatus.ACCEPTED, ACCEPTED_AT)),
                        "hash",
                        0));
    }

    @Test
    void itIsPricedAndThenConfirmed() {
        accepted("hash");
        happened(0, placed());
        happened(1, tried());
        happened(2, new OrderConfirmed(ID, DECIDED_AT));

        assertThat(bench.written(OrderStatusView.class))
                .extracting(document -> document.value.status(), document -> document.value.version())
                .containsExactly(
                        tuple(OrderStatus.ACCEPTED, 0L),
                        tuple(OrderStatus.PENDING, 1L),
                        tuple(OrderStatus.PENDING, 2L),
                        tuple(OrderStatus.CONFIRMED, 3L));
    }

    @Test
    void theEndStateTellsTheWholeStory() {
        accepted("hash");
        happened(0, placed());
        happened(1, new OrderConfirmed(ID, DECIDED_AT));

        assertThat(status()).isEqualTo(confirmed(2));
    }

    @Test
    void aRejectionSaysWhy() {
        happened(0, placed());
        happened(1, new OrderRejected(ID, new InsufficientStock("sku-1", 2, 1), DECIDED_AT));

        OrderStatusView status = status();
        assertThat(status.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(status.reason()).isEqualTo(new InsufficientStock("sku-1", 2, 1));
    }

    @Test
    void aCancellationBeforeTheDecisionIsTheEnd() {
        happened(0, placed());
        happened(1, new OrderCancelled(ID, "op-1", DECIDED_AT));

        OrderStatusView status = status();
        assertThat(status.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(status.timeline()).last().isEqualTo(new Step(OrderStatus.CANCELLED, DECIDED_AT));
        assertThat(status.refunded()).isNull();
    }

    @Test
    void aPartThatWentBackIsCountedAndTheRestStaysConfirmed() {
        happened(0, placed());
        happened(1, new OrderConfirmed(ID, DECIDED_AT));
        happened(2, returned("op-1", false));

        OrderStatusView status = status();
        assertThat(status.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(status.lines()).containsExactly(new Line("sku-1", "Lamp", 2, PRICE, 1L));
        assertThat(status.refunded()).isEqualTo(PRICE);
        assertThat(status.timeline()).hasSize(3);
    }

    @Test
    void onceAllWentBackTheOrderIsCancelled() {
        happened(0, placed());
        happened(1, new OrderConfirmed(ID, DECIDED_AT));
        happened(2, returned("op-1", false));
        happened(3, returned("op-2", true));
        happened(4, new ReturnSettled(ID, "op-1", DECIDED_AT));

        OrderStatusView status = status();
        assertThat(status.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(status.lines()).containsExactly(new Line("sku-1", "Lamp", 2, PRICE, 2L));
        assertThat(status.refunded()).isEqualTo(PRICE.times(2));
        assertThat(status.timeline()).last().isEqualTo(new Step(OrderStatus.CANCELLED, DECIDED_AT));
        assertThat(status.version()).isEqualTo(5);
    }

    private static LinesReturned returned(String returnId, boolean complete) {
        return new LinesReturned(ID, returnId, List.of(new ReturnedLine("sku-1", 1)), PRICE, complete, DECIDED_AT);
    }

    @Test
    void anOrderThatCouldNotBePricedKeepsItsLines() {
        happened(
                0,
                new OrderDeclined(
                        ID,
                        "c-1",
                        List.of(new RequestedLine("sku-1", 2, PRICE)),
                        new UnknownSku("sku-1"),
                        "hash",
                        ACCEPTED_AT,
                        DECIDED_AT));

        assertThat(status())
                .isEqualTo(new OrderStatusView(
                        ID,
                        "c-1",
                        OrderStatus.REJECTED,
                        new UnknownSku("sku-1"),
                        List.of(new Line("sku-1", null, 2, null, null)),
                        null,
                        null,
                        null,
                        List.of(
                                new Step(OrderStatus.ACCEPTED, ACCEPTED_AT),
                                new Step(OrderStatus.REJECTED, DECIDED_AT)),
                        "hash",
                        1));
    }

    @Test
    void aRequestThatComesAfterItsFactsChangesNothing() {
        happened(0, placed());
        happened(1, new OrderConfirmed(ID, DECIDED_AT));
        accepted("hash");

        assertThat(status()).isEqualTo(confirmed(2));
    }

    @Test
    void anotherBodyUnderTheSameIdChangesNothing() {
        accepted("hash");
        accepted("another");

        assertThat(status().requestHash()).isEqualTo("hash");
    }

    @Test
    void factsThatComeAgainChangeNothing() {
        happened(0, placed());
        happened(1, tried());
        happened(2, new OrderConfirmed(ID, DECIDED_AT));
        happened(0, placed());
        happened(1, tried());

        assertThat(status()).isEqualTo(confirmed(3));
    }

    /** A crash may come between storing a state and writing it to the view; the repeat must then write it. */
    @Test
    void aRepeatWritesTheStateOnceMore() {
        happened(0, placed());
        bench.written(OrderStatusView.class);
        happened(0, placed());

        assertThat(status().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void factsOfAnUnknownOrderMakeNoOrder() {
        happened(1, new OrderConfirmed(ID, DECIDED_AT));

        assertThat(bench.written(OrderStatusView.class)).isEmpty();
    }

    @Test
    void answersOfParticipantsOnTheSameTopicArePassedOver() {
        bench.command(
                "commands",
                ID,
                new BranchAnswered(ID, Participant.STOCK, "sku-1", null, BranchOutcome.TRIED, null, null));

        assertThat(bench.written(OrderStatusView.class)).isEmpty();
        assertThat(bench.rejected()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSetAsideWithTheReasonAndTheNextIsRead() {
        RecordHeaders headers = TestBench.type(placed());
        headers.add("ce_sequence", TestBench.utf8("0"));
        bench.send("facts", ID, headers, TestBench.utf8("{\"orderId\":"));
        happened(0, placed());

        assertThat(bench.rejected()).singleElement().satisfies(reject -> {
            assertThat(reject.getValue()).isEqualTo(TestBench.utf8("{\"orderId\":"));
            assertThat(new String(reject.headers().lastHeader(Rejects.REASON).value(), UTF_8))
                    .startsWith("ordering.OrderPlaced.v1: Unexpected end-of-input");
            assertThat(reject.headers().lastHeader(Rejects.TOPIC).value()).isEqualTo(TestBench.utf8("facts"));
        });
        assertThat(status().status()).isEqualTo(OrderStatus.PENDING);
    }

    private void accepted(String hash) {
        bench.command(
                "commands",
                ID,
                new PlaceOrder(
                        ID, "c-1", List.of(new RequestedLine("sku-1", 2, null)), null, null, null, hash, ACCEPTED_AT));
    }

    private void happened(long sequence, OrderFact fact) {
        bench.fact("facts", ID, sequence, fact);
    }

    private OrderStatusView status() {
        return bench.document(ID, OrderStatusView.class);
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(
                ID,
                "c-1",
                List.of(new OrderLine("sku-1", "Lamp", 2, PRICE)),
                null,
                null,
                PRICE.times(2),
                "hash",
                ACCEPTED_AT,
                PLACED_AT,
                PLACED_AT.plusSeconds(30));
    }

    private static BranchesTried tried() {
        return new BranchesTried(ID, List.of(new BranchId(Participant.STOCK, "sku-1")));
    }

    private static OrderStatusView confirmed(long version) {
        return new OrderStatusView(
                ID,
                "c-1",
                OrderStatus.CONFIRMED,
                null,
                List.of(new Line("sku-1", "Lamp", 2, PRICE, null)),
                null,
                PRICE.times(2),
                null,
                List.of(
                        new Step(OrderStatus.ACCEPTED, ACCEPTED_AT),
                        new Step(OrderStatus.PENDING, PLACED_AT),
                        new Step(OrderStatus.CONFIRMED, DECIDED_AT)),
                "hash",
                version);
    }
}
