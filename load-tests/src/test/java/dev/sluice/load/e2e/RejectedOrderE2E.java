package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.rejection.Rejection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that asks too much ends with the reason, and everything is as it was: the rest can still be bought. */
class RejectedOrderE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @BeforeEach
    void open() {
        sluice.awaitReady();
    }

    @Test
    void ofMoreThanTheStock() throws SQLException {
        String scarce = shop.product(3, 100);
        String plenty = shop.product(50, 100);
        String customer = shop.customer(800);

        OrderView view = buysTwo(customer, scarce, 4, plenty, 1);

        assertThat(view.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(view.reason()).isEqualTo(new Rejection.InsufficientStock(scarce, 4, 3));
        settled(view.id());
        assertThat(shop.page(scarce).available()).isEqualTo(3);
        Sluice.await().until(() -> shop.page(plenty).available() == 50);
        assertThat(buysTwo(customer, scarce, 3, plenty, 5).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void aboveTheWallet() throws SQLException {
        String sku = shop.product(10, 100);
        String customer = shop.customer(500);

        OrderView view = shop.buys(customer, sku, 6);

        assertThat(view.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(view.reason()).isEqualTo(new Rejection.InsufficientFunds(customer, Shop.gbp(600), Shop.gbp(500)));
        settled(view.id());
        Sluice.await().until(() -> shop.page(sku).available() == 10);
        assertThat(shop.buys(customer, sku, 5).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private OrderView buysTwo(String customer, String one, long some, String other, long more) {
        List<RequestedLine> lines = List.of(new RequestedLine(one, some, null), new RequestedLine(other, more, null));
        return shop.buys(customer, new OrderRequest(customer, lines));
    }

    private void settled(String orderId) {
        Sluice.await()
                .untilAsserted(() ->
                        assertThat(shop.orderFacts(orderId).getLast()).isInstanceOf(OrderFact.OrderSettled.class));
    }
}
