package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.schemas.order.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** MySQL hangs, or is dead: nothing that is read comes from there. */
@Isolated
class MySqlStoppedE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private String sku = "";
    private String customer = "";
    private List<String> reads = List.of();

    @BeforeEach
    void somethingToRead() {
        sluice.awaitReady();
        sku = shop.product(10, 100);
        customer = shop.customer(10_000);
        OrderView order = shop.buys(customer, sku, 1);
        reads = List.of(
                "/orders/" + order.id(),
                "/products/" + sku,
                "/products?q=" + sku,
                "/admin/orders?customer=" + customer,
                "/customers/" + customer + "/orders");
        reads.forEach(read -> Sluice.await().until(() -> answers(read)));
    }

    @Test
    void everyReadAnswersWhileItHangs() {
        Member mysql = mysql();
        mysql.signal("STOP");
        try {
            everyReadAnswers();
        } finally {
            mysql.signal("CONT");
        }
        anOrderIsConfirmedAgain();
    }

    @Test
    void everyReadAnswersWhileItIsDead() {
        try (Grave grave = new Grave(this::mysql)) {
            everyReadAnswers();
            assertThat(grave.isKept()).as("MySQL was dead all the time").isTrue();
        }
        anOrderIsConfirmedAgain();
    }

    private void everyReadAnswers() {
        reads.forEach(read -> assertThat(answers(read)).as(read).isTrue());
    }

    private boolean answers(String path) {
        var answer = sluice.admin().get(path);
        return answer.status() == 200 && answer.body().contains(sku);
    }

    private void anOrderIsConfirmedAgain() {
        assertThat(shop.buys(customer, sku, 1).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private Member mysql() {
        return Processes.read(sluice.installation.home()).get("mysql");
    }
}
