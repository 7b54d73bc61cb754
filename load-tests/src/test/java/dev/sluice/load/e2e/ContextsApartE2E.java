package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Each context in a process of its own: where one hangs, nothing waits but what needs it. */
@Isolated
class ContextsApartE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @BeforeEach
    void apart() {
        assertThat(hosts()).as("./sluice up --contexts-apart").hasSizeGreaterThan(1);
        sluice.awaitReady();
    }

    @Test
    void ordersWaitForStockAndTheOthersWorkOn() {
        String sku = shop.product(10, 100);
        String customer = shop.customer(1_000);
        ShopApi shopper = sluice.shopper(customer);
        Member stock = host("command-stock");

        stock.signal("STOP");
        String order;
        try {
            order = shopper.post("/orders", Shop.json(Shop.order(customer, sku, 1)), Ids.next(), null)
                    .as(Shop.OrderNamed.class)
                    .id();
            Sluice.await().until(() -> status(shopper, order) == OrderStatus.PENDING);
            shop.customer(1_000);
            shop.reprices(sku, 150);
            assertThat(status(shopper, order)).isEqualTo(OrderStatus.PENDING);
        } finally {
            stock.signal("CONT");
        }

        OrderView end = shopper.awaitEnd(order, new Stall(Sluice.PATIENCE));
        assertThat(end.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(host("command-stock").pid()).as("it was not started anew").isEqualTo(stock.pid());
    }

    private static OrderStatus status(ShopApi shopper, String order) {
        return shopper.order(order).as(OrderView.class).status();
    }

    private Member host(String name) {
        return hosts().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Member> hosts() {
        return Processes.read(sluice.installation.home()).ofContexts();
    }
}
