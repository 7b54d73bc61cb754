package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.stock.StockFact;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final String key = Ids.next();
    private String sku = "";
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(100, 100);
        customer = shop.customer(100_000);
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneOrder() throws SQLException {
        Set<String> ids = Collections.synchronizedSet(new HashSet<>());

        Crowd.each(
                Collections.nCopies(20, 2L),
                20,
                quantity -> ids.add(post(quantity).as(Shop.OrderNamed.class).id()));

        assertThat(ids).hasSize(1);
        String id = ids.iterator().next();
        sluice.shopper(customer).awaitEnd(id, new Stall(Sluice.PATIENCE));
        Sluice.await()
                .untilAsserted(
                        () -> assertThat(shop.orderFacts(id).getLast()).isInstanceOf(OrderFact.OrderSettled.class));
        assertThat(shop.orderFacts(id))
                .filteredOn(OrderFact.OrderPlaced.class::isInstance)
                .hasSize(1);
        assertThat(shop.stockFacts(sku))
                .filteredOn(StockFact.UnitsTaken.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws SQLException {
        Answer first = post(2);
        String id = first.as(Shop.OrderNamed.class).id();
        sluice.shopper(customer).awaitEnd(id, new Stall(Sluice.PATIENCE));

        Answer second = post(3);

        assertThat(second.status()).as(second.summary()).isEqualTo(422);
        assertThat(second.problem()).map(Problem::status).contains(422);
        assertThat(post(2).as(Shop.OrderNamed.class).id()).isEqualTo(id);
        assertThat(shop.orderFacts(id))
                .filteredOn(OrderFact.OrderPlaced.class::isInstance)
                .hasSize(1);
    }

    private Answer post(long quantity) {
        return sluice.patientShopper(customer)
                .post("/orders", Shop.json(Shop.order(customer, sku, quantity)), key, null);
    }
}
