package dev.sluice.command.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.command.outbox.Partitions;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.payment.WalletFact.FundsUnfrozen;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.UnitsReleased;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whole checkouts through three contexts, each with its own store. */
@Execution(ExecutionMode.CONCURRENT)
class CheckoutIT {

    private final Hosted ordering =
            new Hosted(ContextName.ORDERING, Duration.ofSeconds(8), Clock.tickMillis(ZoneOffset.UTC));
    private final Hosted stock = new Hosted(ContextName.STOCK);
    private final Hosted payment = new Hosted(ContextName.PAYMENT);
    private final Carrier carrier = new Carrier(ordering, stock, payment);

    @BeforeEach
    void start() {
        ordering.start();
        payment.start();
        ordering.awaitReady();
        onOffer("tea", 250);
        onOffer("mug", 900);
        count("tea", 5);
        count("mug", 5);
        payment.send("ann", new SetBalance("op-ann", "ann", pounds(10_000)));
    }

    @AfterEach
    void close() {
        carrier.close();
        Stream.of(ordering, stock, payment).parallel().forEach(Hosted::close);
    }

    private void allReady() {
        stock.startAndAwait();
        payment.awaitReady();
    }

    private static Money pounds(long amount) {
        return new Money(amount, "GBP");
    }

    private void onOffer(String sku, long price) {
        ProductRow row = new ProductRow(sku, "The " + sku, null, "things", price, "GBP", 1);
        ordering.sendRaw(ordering.names.rows().products(), Partitions.of(sku), sku, Json.MAPPER.writeValueAsBytes(row));
    }

    private void count(String sku, long onHand) {
        stock.send(sku, new CountStock("op-" + sku, sku, onHand));
    }

    private void place(String orderId, RequestedLine... lines) {
        ordering.send(orderId, new PlaceOrder(orderId, "ann", List.of(lines), null, null, null, "hash", Instant.EPOCH));
    }

    private static RequestedLine line(String sku, long quantity) {
        return new RequestedLine(sku, quantity, null);
    }

    private List<Class<?>> settled(String orderId) {
        await("settled").atMost(Duration.ofSeconds(30)).until(() -> {
            List<Payload> facts = ordering.facts(orderId);
            return !facts.isEmpty()
                    && (facts.getLast() instanceof OrderSettled || facts.getLast() instanceof OrderDeclined);
        });
        return ordering.facts(orderId).stream().<Class<?>>map(Payload::getClass).toList();
    }

    private <T> T only(Hosted hosted, String aggregate, Class<T> type) {
        return hosted.facts(aggregate).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderThatAllCanServeIsConfirmed() {
        allReady();
        place("o1", line("tea", 2), line("mug", 1));
        assertThat(settled("o1")).contains(OrderPlaced.class, OrderConfirmed.class);
        assertThat(stock.facts("tea").getLast()).isEqualTo(new UnitsTaken("tea", "o1", 2, 3, 0));
        assertThat(payment.facts("ann").getLast()).isEqualTo(new FundsCaptured("ann", "o1", pounds(1400), 8600, 0));
        assertThat(ordering.count("open_order")).isZero();
    }

    @Test
    void whatIsShortOfOneBranchLeavesTheOthersAsTheyWere() {
        allReady();
        place("o1", line("tea", 2), line("mug", 6));
        assertThat(settled("o1")).contains(OrderRejected.class);
        assertThat(only(ordering, "o1", OrderRejected.class).reason())
                .isEqualTo(new Rejection.InsufficientStock("mug", 6, 5));
        assertThat(stock.facts("tea").getLast()).isEqualTo(new UnitsReleased("tea", "o1", 2, 5, 0));
        assertThat(payment.facts("ann").getLast()).isInstanceOf(FundsUnfrozen.class);
    }

    @Test
    void anOrderNeverHangs() {
        place("o1", line("tea", 2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ordering.facts("o1").stream().anyMatch(OrderRejected.class::isInstance));
        assertThat(only(ordering, "o1", OrderRejected.class).reason()).isInstanceOf(Rejection.DeadlinePassed.class);
        stock.start();
        assertThat(settled("o1")).endsWith(OrderSettled.class);
        assertThat(payment.facts("ann")).hasAtLeastOneElementOfType(FundsFrozen.class);
        assertThat(payment.facts("ann").getLast()).isInstanceOf(FundsUnfrozen.class);
        assertThat(only(stock, "tea", ReservationBarred.class).orderId()).isEqualTo("o1");
    }

    @Test
    void deadlinesOutliveARestart() {
        place("o1", line("tea", 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> !ordering.facts("o1").isEmpty());
        ordering.stop();
        ordering.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ordering.facts("o1").stream().anyMatch(OrderRejected.class::isInstance));
    }

    @Test
    void aPriceThatIsOnItsWayIsWaitedFor() {
        stock.start();
        count("new0", 100);
        for (int i = 0; i < 20; i++) {
            onOffer("new" + i, 100);
            place("o" + i, line("new" + i, 1));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(settled("o" + i)).doesNotContain(OrderDeclined.class);
        }
        place("none", line("ufo", 1));
        assertThat(settled("none")).isEqualTo(List.of(OrderDeclined.class));
    }

    @Test
    void whateverBreaksInBetweenTheBooksBalance() {
        allReady();
        onOffer("hot", 100);
        count("hot", 60);
        Random random = new Random(3);
        List<String> orders = new ArrayList<>();
        for (int breaks = 0; breaks < 15; breaks++) {
            Link link = List.of(ordering, stock, payment).get(random.nextInt(3)).link();
            link.breakAfter(random.nextInt(5000));
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        orders.add("o" + orders.size());
                        place(orders.getLast(), line("hot", 1));
                        return link.isFuseBlown();
                    });
        }
        long confirmed = orders.stream()
                .filter(order -> settled(order).contains(OrderConfirmed.class))
                .count();
        List<Payload> taken =
                stock.facts("hot").stream().filter(UnitsTaken.class::isInstance).toList();
        assertThat(confirmed).isPositive().isEqualTo(taken.size()).isLessThanOrEqualTo(60);
        assertThat(((UnitsTaken) taken.getLast()).onHand()).isEqualTo(60 - confirmed);
        long paid = payment.facts("ann").stream()
                .filter(FundsCaptured.class::isInstance)
                .count();
        assertThat(paid).isEqualTo(confirmed);
        assertThat(Stream.of(ordering, stock, payment)
                        .mapToLong(hosted -> hosted.count("parked"))
                        .sum())
                .isZero();
    }
}
