package dev.sluice.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.ledger.Books.Funds;
import dev.sluice.load.ledger.Books.Goods;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.stock.StockFact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookkeepingTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Money PRICE = new Money(255, "GBP");

    private final Bookkeeping bookkeeping = new Bookkeeping(Set.of("o1", "o2"));

    @Test
    void followsAnOrderToItsEnd() {
        bookkeeping.add(placed("o1", 3));
        bookkeeping.add(new OrderFact.OrderConfirmed("o1", NOW));
        assertThat(entry("o1").settled()).isFalse();

        bookkeeping.add(new OrderFact.OrderSettled("o1", NOW));

        assertThat(entry("o1").settled()).isTrue();
        assertThat(entry("o1").version()).isEqualTo(3);
        assertThat(entry("o1").account().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(entry("o1").account().units()).isEqualTo(3);
        assertThat(entry("o1").account().total()).isEqualTo(PRICE.times(3));
    }

    @Test
    void anOrderIsOpenAgainUntilItsReturnHasSettled() {
        bookkeeping.add(placed("o1", 3));
        bookkeeping.add(new OrderFact.OrderConfirmed("o1", NOW));
        bookkeeping.add(new OrderFact.OrderSettled("o1", NOW));
        bookkeeping.add(
                new OrderFact.LinesReturned("o1", "r1", List.of(new ReturnedLine("A", 2)), PRICE.times(2), false, NOW));
        assertThat(entry("o1").settled()).isFalse();

        bookkeeping.add(new OrderFact.ReturnSettled("o1", "r1", NOW));

        assertThat(entry("o1").settled()).isTrue();
        assertThat(entry("o1").version()).isEqualTo(5);
        assertThat(entry("o1").account().units()).isEqualTo(1);
        assertThat(entry("o1").account().pence()).isEqualTo(PRICE.amount());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addsUpWhatIsTakenAndWhatIsStillPromised(long seed) {
        Random random = new Random(seed);
        long taken = 0;
        long open = 0;
        for (int i = 0; i < 200; i++) {
            long quantity = 1L + random.nextInt(9);
            bookkeeping.add(new StockFact.UnitsReserved("A", "o1", quantity, NOW, 0, 0));
            bookkeeping.add(new StockFact.UnitsReserved("A", "of another run", quantity, NOW, 0, 0));
            switch (random.nextInt(3)) {
                case 0 -> {
                    bookkeeping.add(new StockFact.UnitsTaken("A", "o1", quantity, 0, 0));
                    taken += quantity;
                }
                case 1 -> bookkeeping.add(new StockFact.UnitsReleased("A", "o1", quantity, 0, 0));
                default -> open += quantity;
            }
        }

        assertThat(bookkeeping.books().goods()).containsOnlyKeys("o1");
        assertThat(bookkeeping.books().goods().get("o1")).containsEntry("A", new Goods(taken, open));
    }

    @Test
    void addsUpWhatIsPaidAndWhatIsStillFrozen() {
        bookkeeping.add(new WalletFact.FundsFrozen("c", "o1", PRICE, NOW, 0, 0));
        bookkeeping.add(new WalletFact.FundsCaptured("c", "o1", PRICE, 0, 0));
        bookkeeping.add(new WalletFact.FundsFrozen("c", "o2", PRICE, NOW, 0, 0));
        bookkeeping.add(new WalletFact.FundsFrozen("c", "of another run", PRICE, NOW, 0, 0));

        assertThat(bookkeeping.books().funds())
                .containsOnlyKeys("o1", "o2")
                .containsEntry("o1", new Funds(PRICE, 0))
                .containsEntry("o2", new Funds(PRICE.times(0), 255));
    }

    private Books.Entry entry(String orderId) {
        return Objects.requireNonNull(bookkeeping.books().orders().get(orderId));
    }

    private static OrderFact placed(String orderId, long quantity) {
        List<OrderLine> lines = List.of(new OrderLine("A", "Name", quantity, PRICE));
        return new OrderFact.OrderPlaced(orderId, "c", lines, null, null, PRICE.times(quantity), "hash", NOW, NOW, NOW);
    }
}
