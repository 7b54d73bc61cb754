package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One order the whole road: edge, Kafka, TCC, MySQL, Debezium, Redis and Elasticsearch, answer. */
class ConfirmedOrderE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private String sku = "";
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(10, 250);
        customer = shop.customer(10_000);
    }

    @Test
    void isConfirmedWithinTheWaitAndVisibleEverywhere() throws SQLException {
        Answer answer = sluice.shopper(customer).placeOrder(Ids.next(), Shop.order(customer, sku, 3));

        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
        OrderView view = answer.as(OrderView.class);
        assertThat(view.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(view.total()).isEqualTo(Shop.gbp(750));
        assertThat(sluice.shopper(customer).order(view.id()).as(OrderView.class).status())
                .isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.orderFacts(view.id()))
                .hasAtLeastOneElementOfType(OrderFact.OrderPlaced.class)
                .hasAtLeastOneElementOfType(OrderFact.OrderConfirmed.class);
        new BackOffice(sluice).awaitOrders(customer, orders -> shows(orders, view.id()));
        Sluice.await().untilAsserted(() -> hasMovedGoodsAndMoney(view.id()));
        Sluice.await()
                .untilAsserted(() -> assertThat(shop.page(sku).available()).isEqualTo(7));
    }

    @Test
    void isInItsCustomersListAndItsProductIsFound() {
        OrderView view = shop.buys(customer, sku, 1);

        Sluice.await()
                .untilAsserted(() -> assertThat(sluice.shopper(customer)
                                .get("/customers/" + customer + "/orders")
                                .body())
                        .contains(view.id()));
        Sluice.await()
                .untilAsserted(() -> assertThat(sluice.shopper(customer)
                                .get("/products?q=" + sku)
                                .body())
                        .contains("Product " + sku));
    }

    private void shows(List<BackOfficeOrderView> orders, String orderId) {
        assertThat(orders).hasSize(1);
        BackOfficeOrderView order = orders.getFirst();
        assertThat(order.id()).isEqualTo(orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.customer().name()).isEqualTo("Customer " + customer);
        assertThat(order.customer().country()).isEqualTo("Iceland");
        assertThat(order.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("Product " + sku));
        assertThat(order.payment().state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(order.payment().amount()).isEqualTo(Shop.gbp(750));
    }

    private void hasMovedGoodsAndMoney(String orderId) throws SQLException {
        assertThat(shop.orderFacts(orderId).getLast()).isInstanceOf(OrderFact.OrderSettled.class);
        assertThat(shop.stockFacts(sku).getLast()).isEqualTo(new StockFact.UnitsTaken(sku, orderId, 3, 7, 0));
        assertThat(shop.walletFacts(customer).getLast())
                .isEqualTo(new WalletFact.FundsCaptured(customer, orderId, Shop.gbp(750), 9_250, 0));
    }
}
