package dev.sluice.load.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.invoice.Buyer;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.ledger.Account;
import dev.sluice.load.ledger.Books;
import dev.sluice.load.ledger.Books.Entry;
import dev.sluice.load.ledger.Books.Funds;
import dev.sluice.load.ledger.Books.Goods;
import dev.sluice.load.ledger.View;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Money PRICE = new Money(255, "GBP");
    private static final Money NOTHING = new Money(0, "GBP");
    private static final InvoiceOrder WANTED = new InvoiceOrder(
            "536365",
            1,
            LocalDateTime.MIN,
            new Buyer("c", "C", "UK"),
            List.of(new RequestedLine("A", 6, PRICE), new RequestedLine("B", 1, PRICE)),
            2);
    private static final AcceptedOrder CONFIRMED = new AcceptedOrder("o1", WANTED, OrderStatus.CONFIRMED);
    private static final AcceptedOrder REJECTED = new AcceptedOrder("o1", WANTED, OrderStatus.REJECTED);
    private static final Map<String, Goods> TAKEN = Map.of("A", new Goods(6, 0), "B", new Goods(1, 0));
    private static final Funds PAID = new Funds(PRICE.times(7), 0);

    @Test
    void agreesWhereAllAgree() {
        assertThat(Comparison.withBooks(CONFIRMED, books(CONFIRMED, TAKEN, PAID)))
                .isEmpty();
        assertThat(Comparison.withBooks(REJECTED, books(REJECTED, Map.of(), new Funds(NOTHING, 0))))
                .isEmpty();
        assertThat(Comparison.withView(CONFIRMED, books(CONFIRMED, TAKEN, PAID), "Redis", view(CONFIRMED, 4)))
                .isEmpty();
    }

    @Test
    void noticesOneUnitAndOnePenny() {
        Map<String, Goods> short_ = Map.of("A", new Goods(5, 0), "B", new Goods(1, 0));
        Funds penny = new Funds(new Money(PRICE.times(7).amount() - 1, "GBP"), 0);

        assertThat(what(Comparison.withBooks(CONFIRMED, books(CONFIRMED, short_, PAID))))
                .containsExactly("MySQL stock: taken of A");
        assertThat(what(Comparison.withBooks(CONFIRMED, books(CONFIRMED, TAKEN, penny))))
                .containsExactly("MySQL payment: captured");
    }

    @Test
    void whatWentBackIsNeitherTakenNorPaid() {
        AcceptedOrder returned = CONFIRMED.returning("A", 4).returning("A", 1);
        Map<String, Goods> left = Map.of("A", new Goods(1, 0), "B", new Goods(1, 0));

        assertThat(Comparison.withBooks(returned, books(returned, left, new Funds(PRICE.times(2), 0))))
                .isEmpty();
        assertThat(what(Comparison.withBooks(returned, books(returned, TAKEN, PAID))))
                .containsExactly("MySQL stock: taken of A", "MySQL payment: captured");
        assertThat(what(Comparison.withView(returned, books(returned, left, PAID), "Redis", view(CONFIRMED, 4))))
                .containsExactly("Redis: refunded", "Redis: A");
    }

    @Test
    void anOrderOfWhichNothingIsLeftIsCancelled() {
        AcceptedOrder returned = CONFIRMED.returning("A", 6).returning("B", 1);

        assertThat(returned.expected().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(returned.expected().pence()).isZero();
        assertThat(Comparison.withBooks(returned, books(returned, Map.of(), new Funds(NOTHING, 0))))
                .isEmpty();
    }

    @Test
    void noticesWhatIsTakenOrHeldForARejectedOrder() {
        Map<String, Goods> held = Map.of("A", new Goods(0, 6), "B", new Goods(1, 0));

        assertThat(what(Comparison.withBooks(REJECTED, books(REJECTED, held, new Funds(NOTHING, 255)))))
                .containsExactly("MySQL stock: reserved of A", "MySQL stock: taken of B", "MySQL payment: frozen");
    }

    @Test
    void noticesAnOrderThatIsMissingOpenOrOfAnotherStatus() {
        Books none = new Books(Map.of(), Map.of("o1", TAKEN), Map.of("o1", PAID));
        Entry open = new Entry(Account.expected(WANTED, OrderStatus.REJECTED), 4, 1);
        Books other = new Books(Map.of("o1", open), Map.of("o1", TAKEN), Map.of("o1", PAID));

        assertThat(what(Comparison.withBooks(CONFIRMED, none))).containsExactly("MySQL ordering: that there is");
        assertThat(what(Comparison.withBooks(CONFIRMED, other)))
                .containsExactly("MySQL ordering: status", "MySQL ordering: settled");
        assertThat(what(Comparison.withView(CONFIRMED, none, "Redis", null))).containsExactly("Redis: that there is");
    }

    @Test
    void noticesAViewThatLagsOrHasOtherLines() {
        Books books = books(CONFIRMED, TAKEN, PAID);
        Account other =
                new Account(OrderStatus.CONFIRMED, Map.of("A", new Account.Item(6, PRICE, 0)), WANTED.total(), null);

        assertThat(what(Comparison.withView(CONFIRMED, books, "Redis", view(CONFIRMED, 3))))
                .containsExactly("Redis: version");
        assertThat(what(Comparison.withView(CONFIRMED, books, "Redis", new View(other, 4, null))))
                .containsExactly("Redis: B");
        assertThat(what(Comparison.withView(CONFIRMED, books, "Redis", new View(account(CONFIRMED), 4, NOTHING))))
                .containsExactly("Redis: paid");
    }

    @Test
    void comparesQuantitiesAloneWhereAnOrderWasNeverPriced() {
        Map<String, Account.Item> unpriced =
                Map.of("A", new Account.Item(6, null, 0), "B", new Account.Item(2, null, 0));
        View view = new View(new Account(OrderStatus.REJECTED, unpriced, null, null), 4, null);

        assertThat(what(Comparison.withView(REJECTED, books(REJECTED, Map.of(), PAID), "Redis", view)))
                .containsExactly("Redis: units of B");
    }

    private static List<String> what(List<Difference> differences) {
        return differences.stream().map(d -> d.place() + ": " + d.what()).toList();
    }

    private static Account account(AcceptedOrder order) {
        return order.expected();
    }

    private static View view(AcceptedOrder order, long version) {
        return new View(account(order), version, null);
    }

    private static Books books(AcceptedOrder order, Map<String, Goods> goods, Funds funds) {
        return new Books(Map.of("o1", new Entry(account(order), 4, 0)), Map.of("o1", goods), Map.of("o1", funds));
    }
}
