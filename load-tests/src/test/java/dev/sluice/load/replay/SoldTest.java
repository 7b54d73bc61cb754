package dev.sluice.load.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.invoice.Buyer;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.invoice.InvoiceReturn;
import dev.sluice.load.reconcile.AcceptedOrder;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoldTest {
    private static final Buyer ANN = new Buyer("ann", "Ann", "UK");
    private static final Buyer BOB = new Buyer("bob", "Bob", "UK");

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2010, 12, day, 9, 0);
    }

    private static AcceptedOrder order(Buyer buyer, int day, long quantity, OrderStatus status) {
        RequestedLine line = new RequestedLine("A", quantity, new Money(100, "GBP"));
        return new AcceptedOrder(
                buyer.id() + day, new InvoiceOrder("5" + day, 1, day(day), buyer, List.of(line), 1), status);
    }

    private static InvoiceReturn comeback(Buyer buyer, int day, long units) {
        return new InvoiceReturn("C5" + day, day(day), buyer, Map.of("A", units));
    }

    @Test
    void theLatestEarlierOrderTakesItsUnitsBackFirst() {
        AcceptedOrder first = order(ANN, 1, 5, OrderStatus.CONFIRMED);
        AcceptedOrder second = order(ANN, 2, 3, OrderStatus.CONFIRMED);
        AcceptedOrder later = order(ANN, 9, 7, OrderStatus.CONFIRMED);
        Sold sold = new Sold(List.of(first, second, later));

        Sold.Match match = sold.match(comeback(ANN, 3, 4));

        assertThat(match.units())
                .containsExactly(Map.entry(second, Map.of("A", 3L)), Map.entry(first, Map.of("A", 1L)));
        assertThat(match.unmatched()).isZero();
    }

    @Test
    void noUnitGoesBackTwice() {
        AcceptedOrder only = order(ANN, 1, 5, OrderStatus.CONFIRMED);
        Sold sold = new Sold(List.of(only));

        assertThat(sold.match(comeback(ANN, 2, 4)).units()).containsEntry(only, Map.of("A", 4L));
        Sold.Match rest = sold.match(comeback(ANN, 3, 4));
        assertThat(rest.units()).containsEntry(only, Map.of("A", 1L));
        assertThat(rest.unmatched()).isEqualTo(3);
    }

    @Test
    void ordersOfOthersAndThoseThatWereNotConfirmedHoldNothing() {
        Sold sold = new Sold(List.of(order(BOB, 1, 5, OrderStatus.CONFIRMED), order(ANN, 1, 5, OrderStatus.REJECTED)));

        assertThat(sold.match(comeback(ANN, 2, 4))).isEqualTo(new Sold.Match(Map.of(), 4));
    }
}
