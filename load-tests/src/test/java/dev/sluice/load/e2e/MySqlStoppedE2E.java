package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.schemas.order.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MySQL hangs: nothing that is read comes from there. */
class MySqlStoppedE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @BeforeEach
    void ready() {
        sluice.awaitReady();
    }

    @Test
    void everyReadStillAnswers() {
        String sku = shop.product(10, 100);
        String customer = shop.customer(10_000);
        OrderView order = shop.buys(customer, sku, 1);
        ShopApi admin = sluice.admin();
        List<String> reads = List.of(
                "/orders/" + order.id(),
                "/products/" + sku,
                "/products?q=" + sku,
                "/admin/orders?customer=" + customer,
                "/customers/" + customer + "/orders");
        reads.forEach(read -> Sluice.await().until(() -> answers(admin, read, sku)));

        Member mysql = Processes.read(sluice.installation.home()).get("mysql");
        mysql.signal("STOP");
        try {
            reads.forEach(read -> assertThat(answers(admin, read, sku)).as(read).isTrue());
        } finally {
            mysql.signal("CONT");
        }
        assertThat(shop.buys(customer, sku, 1).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private static boolean answers(ShopApi api, String path, String sku) {
        var answer = api.get(path);
        return answer.status() == 200 && answer.body().contains(sku);
    }
}
