package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Ids;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptedOrderE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @Test
    void isKnownFromTheMomentOfIts202On() {
        sluice.awaitReady();
        String sku = shop.product(1_000, 1);
        String customer = shop.customer(1_000);
        ShopApi shopper = sluice.shopper(customer);

        Crowd.each(IntStream.range(0, 200).boxed().toList(), 16, i -> {
            byte[] body = Shop.json(Shop.order(customer, sku, 1));
            Answer accepted = shopper.post("/orders", body, Ids.next(), null);
            assertThat(accepted.status()).as(accepted.summary()).isEqualTo(202);
            String id = accepted.as(Shop.OrderNamed.class).id();
            assertThat(accepted.headers().firstValue("location"))
                    .hasValueSatisfying(l -> assertThat(l).endsWith("/orders/" + id));
            Answer status = shopper.order(id);
            assertThat(status.status()).as(status.summary()).isEqualTo(200);
        });
    }
}
