package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.view.Projection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaAwayIT {
    private final Shelf shelf = Shelf.complete();
    private final String sku = "s-" + Ids.next();

    @Test
    void nothingIsAcceptedAndTheKeyStaysFree() {
        shelf.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        try (Issuer issuer = new Issuer();
                RunningEdge edge = new RunningEdge(
                        Map.of("sluice.issuer.url", issuer.url(), "sluice.kafka.bootstrap", "127.0.0.1:1"))) {
            String token = issuer.shopper("c");
            String key = Ids.next();

            for (int i = 0; i < 2; i++) {
                Reply reply = edge.api().post("/orders", token, key, order());

                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.isProblem()).isTrue();
                assertThat(reply.header("Retry-After")).isEqualTo("2");
            }
            assertThat(edge.api().get("/health/live").status()).isEqualTo(200);
            assertThat(edge.api().get("/health/ready").status()).isEqualTo(503);
            assertThat(edge.api().get("/products/" + sku).status()).isEqualTo(200);
        }
    }

    private String order() {
        return "{\"customerId\":\"c\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
    }
}
