package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer gives back is on the shelf and in the wallet again, once, and every view says so. */
class CancellationE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    private String sku = "";
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(10, 150);
        customer = shop.customer(1_000);
    }

    @Test
    void aConfirmedOrderAsAWhole() throws SQLException {
        String id = shop.buys(customer, sku, 4).id();
        Sluice.await().until(() -> shop.page(sku).available() == 6);

        shopper().awaitSuccess(cancel(id, Map.of(), null), new Stall(Sluice.PATIENCE));

        Sluice.await().until(() -> shop.page(sku).available() == 10);
        Sluice.await().until(() -> order(id).status() == OrderStatus.CANCELLED);
        assertThat(order(id).refunded()).isEqualTo(Shop.gbp(600));
        returnSettled(id);
        assertThat(shop.buys(customer, sku, 6).status()).as("the money is back").isEqualTo(OrderStatus.CONFIRMED);
        new BackOffice(sluice)
                .awaitOrders(
                        customer,
                        orders -> assertThat(orders)
                                .filteredOn(BackOfficeOrderView::id, id)
                                .extracting(BackOfficeOrderView::payment)
                                .containsExactly(new Payment(PaymentState.REFUNDED, Shop.gbp(600), Shop.gbp(600))));

        shopper().awaitSuccess(cancel(id, Map.of(), null), new Stall(Sluice.PATIENCE));
        assertThat(shop.orderFacts(id)).last().isInstanceOf(OrderFact.ReturnSettled.class);
    }

    @Test
    void aPartOncePerKeyAndNeverMoreThanThereIs() {
        String id = shop.buys(customer, sku, 4).id();
        Map<String, ?> one = Map.of("lines", List.of(new ReturnedLine(sku, 1)));
        String key = Ids.next();

        shopper().awaitSuccess(cancel(id, one, key), new Stall(Sluice.PATIENCE));
        shopper().awaitSuccess(cancel(id, one, key), new Stall(Sluice.PATIENCE));

        Sluice.await().until(() -> shop.page(sku).available() == 7);
        Sluice.await().until(() -> Shop.gbp(150).equals(order(id).refunded()));
        assertThat(order(id).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(cancel(id, Map.of("lines", List.of(new ReturnedLine(sku, 2))), key)
                        .status())
                .isEqualTo(422);
        Answer tooMany = cancel(id, Map.of("lines", List.of(new ReturnedLine(sku, 4))), Ids.next());
        assertThat(tooMany.body()).contains("REFUSED").contains("NOT_RETURNABLE");
        returnSettled(id);
        assertThat(shop.page(sku).available()).isEqualTo(7);
    }

    @Test
    void notWithoutAKeyNorByStrangersNorOfNothing() {
        String id = shop.buys(customer, sku, 1).id();
        byte[] part = Shop.json(Map.of("lines", List.of(new ReturnedLine(sku, 1))));
        String path = "/orders/" + id + "/cancellation";

        assertThat(shopper().post(path, part, null, null).status()).isEqualTo(400);
        assertThat(sluice.shopper("stranger").post(path, part, Ids.next(), null).status())
                .isEqualTo(403);
        assertThat(shopper()
                        .post("/orders/" + Ids.next() + "/cancellation", Shop.json(Map.of()), null, null)
                        .status())
                .isEqualTo(404);
    }

    private Answer cancel(String orderId, Map<String, ?> body, @Nullable String key) {
        return shopper().post("/orders/" + orderId + "/cancellation", Shop.json(body), key, ShopApi.WAIT);
    }

    private void returnSettled(String id) {
        Sluice.await()
                .untilAsserted(
                        () -> assertThat(shop.orderFacts(id)).last().isInstanceOf(OrderFact.ReturnSettled.class));
    }

    private OrderView order(String id) {
        return shopper().order(id).as(OrderView.class);
    }

    private ShopApi shopper() {
        return sluice.shopper(customer);
    }
}
