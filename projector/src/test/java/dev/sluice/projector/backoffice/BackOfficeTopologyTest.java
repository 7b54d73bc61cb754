package dev.sluice.projector.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.projector.TestBench;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchRetried;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.payment.WalletFact.FundsRefunded;
import dev.sluice.schemas.rejection.Rejection.UnknownSku;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Doubt;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackOfficeTopologyTest {
    private static final Instant T0 = Instant.parse("2026-01-01T10:00:00Z");
    private static final Money PRICE = new Money(250, "GBP");
    private static final Money TOTAL = new Money(750, "GBP");

    @TempDir
    private Path directory;

    private TestBench bench;

    @BeforeEach
    void start() {
        var sources = new BackOfficeTopology.Sources("orders", "payments", "customers", "products");
        bench = new TestBench(new BackOfficeTopology(sources, TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Each topic keeps its order and may say things twice; how the topics interleave is anybody's guess. */
    @RepeatedTest(40)
    void whateverComesFirstTheDocumentIsTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Deque<Runnable>> topics = List.of(
                repeated(random, this::placed, this::tried, this::confirmed, this::settled, this::returned),
                repeated(
                        random,
                        () -> wallet(0, new BalanceSet("c-1", TOTAL, 0)),
                        this::frozen,
                        this::captured,
                        this::refunded),
                repeated(random, () -> customer("Ann", 1), () -> customer("Anne", 2)),
                repeated(random, () -> product("sku-1", "Lamp", 1), () -> product("sku-1", "Desk lamp", 2)),
                repeated(random, () -> product("sku-2", "Bulb", 1)));
        while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
            Runnable next = topics.get(random.nextInt(topics.size())).poll();
            if (next != null) {
                next.run();
            }
        }

        assertThat(bench.documents(BackOfficeOrderView.class)).isEqualTo(Map.of("o-1", complete()));
        assertThat(bench.rejected()).isEmpty();
    }

    @Test
    void anOrderIsVisibleBeforeAnythingElseIsKnown() {
        placed();

        BackOfficeOrderView order = order("o-1");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.customer()).isEqualTo(Customer.unknown("c-1"));
        assertThat(order.payment()).isEqualTo(new Payment(PaymentState.NONE, null, null));
        assertThat(order.lines())
                .extracting(Line::name, Line::currentName)
                .containsExactly(tuple("Lamp", null), tuple("Bulb", null));
    }

    @Test
    void aDeclinedOrderIsThereToo() {
        bench.fact(
                "orders",
                "o-2",
                0,
                new OrderDeclined(
                        "o-2",
                        "c-1",
                        List.of(new RequestedLine("nope", 1, null)),
                        new UnknownSku("nope"),
                        "hash",
                        T0,
                        T0.plusMillis(5)));
        customer("Ann", 1);

        BackOfficeOrderView order = order("o-2");
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.reason()).isEqualTo(new UnknownSku("nope"));
        assertThat(order.customer().name()).isEqualTo("Ann");
        assertThat(order.lines()).containsExactly(new Line("nope", null, 1, null, null, null, null, null));
    }

    @Test
    void whatWasPaidAndAllCameBackIsRefundedAndCancelled() {
        placed();
        confirmed();
        frozen();
        captured();
        refunded();
        wallet(4, new FundsRefunded("c-1", "o-1", "r-2", TOTAL.plus(new Money(-250, "GBP")), T0, 750, 0));
        List<ReturnedLine> all = List.of(new ReturnedLine("sku-1", 2), new ReturnedLine("sku-2", 1));
        bench.fact("orders", "o-1", 3, new LinesReturned("o-1", "r-2", all, TOTAL, true, T0.plusMillis(4)));

        BackOfficeOrderView order = order("o-1");
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.refunded()).isEqualTo(TOTAL);
        assertThat(order.payment()).isEqualTo(new Payment(PaymentState.REFUNDED, TOTAL, TOTAL));
    }

    @Test
    void aDoubtIsShownUntilItIsOver() {
        BranchId stock = new BranchId(Participant.STOCK, "sku-1");
        BranchId wallet = new BranchId(Participant.PAYMENT, "c-1");
        placed();
        confirmed();
        bench.fact("orders", "o-1", 3, new BranchInDoubt("o-1", stock, null, "odd", T0));
        bench.fact("orders", "o-1", 4, new BranchInDoubt("o-1", wallet, null, "odder", T0));
        assertThat(order("o-1").doubts())
                .containsExactly(
                        new Doubt(Participant.STOCK, "sku-1", null, "odd", T0),
                        new Doubt(Participant.PAYMENT, "c-1", null, "odder", T0));

        bench.fact("orders", "o-1", 5, new BranchRetried("o-1", stock, null, "op", "olga", T0));
        assertThat(order("o-1").doubts()).extracting(Doubt::key).containsExactly("c-1");

        bench.fact("orders", "o-1", 6, new BranchInDoubt("o-1", stock, null, "still odd", T0));
        bench.fact("orders", "o-1", 7, new BranchResolved("o-1", wallet, null, "op", "by hand", "olga", T0));
        assertThat(order("o-1").doubts()).extracting(Doubt::detail).containsExactly("still odd");

        bench.fact("orders", "o-1", 8, new OrderSettled("o-1", T0));
        assertThat(order("o-1").doubts()).isNull();
    }

    @Test
    void aRenamedCustomerIsRenamedInAllTheirOrders() {
        placed("o-1");
        placed("o-2");
        customer("Ann", 1);
        bench.written(BackOfficeOrderView.class);
        customer("Anne", 2);

        assertThat(bench.documents(BackOfficeOrderView.class).values())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.customer().name()).isEqualTo("Anne"));
    }

    @Test
    void aRenamedProductIsRenamedInAllItsOrdersButStaysAsSold() {
        placed("o-1");
        placed("o-2");
        product("sku-1", "Lamp", 1);
        bench.written(BackOfficeOrderView.class);
        product("sku-1", "Desk lamp", 2);

        assertThat(bench.documents(BackOfficeOrderView.class).values())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.lines().getFirst())
                        .extracting(Line::name, Line::currentName)
                        .containsExactly("Lamp", "Desk lamp"));
    }

    @Test
    void aRowThatCannotBeRightIsRefusedAndTheOneBeforeStays() {
        placed();
        customer("Ann", 1);
        customer(" ", 2);

        assertThat(order("o-1").customer().name()).isEqualTo("Ann");
        assertThat(bench.rejected())
                .singleElement()
                .satisfies(reject -> assertThat(new String(
                                reject.headers().lastHeader(Rejects.REASON).value(), StandardCharsets.UTF_8))
                        .contains("name must not be empty"));
        customer("Anne", 3);
        assertThat(order("o-1").customer().name()).isEqualTo("Anne");
    }

    @Test
    void aNewPriceLeavesOrdersAlone() {
        placed();
        product("sku-1", "Lamp", 1);
        bench.written(BackOfficeOrderView.class);
        product("sku-1", "Lamp", 2);

        assertThat(bench.written(BackOfficeOrderView.class)).isEmpty();
    }

    /** A crash may cut a round of renaming short: the same version again must go round again. */
    @Test
    void aRenameThatComesAgainIsCarriedOutAgain() {
        placed();
        product("sku-1", "Desk lamp", 2);
        bench.written(BackOfficeOrderView.class);
        product("sku-1", "Desk lamp", 2);

        assertThat(bench.documents(BackOfficeOrderView.class)).containsOnlyKeys("o-1");
    }

    @Test
    void aSkuThatBeginsLikeAnotherIsNotTakenForIt() {
        placed();
        bench.written(BackOfficeOrderView.class);
        product("sku", "Something else", 1);

        assertThat(bench.written(BackOfficeOrderView.class)).isEmpty();
    }

    private static Deque<Runnable> repeated(Random random, Runnable... records) {
        List<Runnable> all = new ArrayList<>(List.of(records));
        // After a crash a topic is read again from some record on.
        all.addAll(all.subList(random.nextInt(all.size()), all.size()).stream().toList());
        return new ArrayDeque<>(all);
    }

    private void placed() {
        placed("o-1");
    }

    private void placed(String id) {
        List<OrderLine> lines =
                List.of(new OrderLine("sku-1", "Lamp", 2, PRICE), new OrderLine("sku-2", "Bulb", 1, PRICE));
        bench.fact(
                "orders",
                id,
                0,
                new OrderPlaced(id, "c-1", lines, null, null, TOTAL, "hash", T0, T0.plusMillis(1), T0.plusSeconds(30)));
    }

    private void tried() {
        bench.fact("orders", "o-1", 1, new BranchesTried("o-1", List.of()));
    }

    private void confirmed() {
        bench.fact("orders", "o-1", 2, new OrderConfirmed("o-1", T0.plusMillis(2)));
    }

    private void settled() {
        bench.fact("orders", "o-1", 3, new OrderSettled("o-1", T0.plusMillis(3)));
    }

    private void frozen() {
        wallet(1, new FundsFrozen("c-1", "o-1", TOTAL, T0.plusSeconds(60), 750, 750));
    }

    private void captured() {
        wallet(2, new FundsCaptured("c-1", "o-1", TOTAL, 0, 0));
    }

    private void refunded() {
        wallet(3, new FundsRefunded("c-1", "o-1", "r-1", PRICE, T0.plusSeconds(60), 250, 0));
    }

    private void returned() {
        List<ReturnedLine> lines = List.of(new ReturnedLine("sku-1", 1));
        bench.fact("orders", "o-1", 4, new LinesReturned("o-1", "r-1", lines, PRICE, false, T0.plusMillis(4)));
    }

    private void wallet(long sequence, WalletFact fact) {
        bench.fact("payments", "c-1", sequence, fact);
    }

    private void customer(String name, long version) {
        bench.row("customers", "c-1", new CustomerRow("c-1", name, null, "GB", version));
    }

    private void product(String sku, String name, long version) {
        bench.row("products", sku, new ProductRow(sku, name, null, "Lighting", 100 + version, "GBP", version));
    }

    private BackOfficeOrderView order(String id) {
        return bench.document(id, BackOfficeOrderView.class);
    }

    private static BackOfficeOrderView complete() {
        return new BackOfficeOrderView(
                "o-1",
                OrderStatus.CONFIRMED,
                null,
                new Customer("c-1", "Anne", null, "United Kingdom", 2L, new Masked("A***", null)),
                List.of(
                        new Line("sku-1", "Lamp", 2, PRICE, PRICE.times(2), 1L, "Desk lamp", "Lighting"),
                        new Line("sku-2", "Bulb", 1, PRICE, PRICE, null, "Bulb", "Lighting")),
                null,
                TOTAL,
                PRICE,
                new Payment(PaymentState.CAPTURED, TOTAL, PRICE),
                null,
                T0,
                T0.plusMillis(1),
                T0.plusMillis(2),
                T0.plusMillis(3),
                5);
    }
}
