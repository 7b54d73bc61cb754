package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShutdownIT {
    private final Shelf shelf = Shelf.complete();
    private final String sku = "s-" + Ids.next();
    private final String order = Ids.next();

    @Test
    void nobodyWhoWaitsIsLeftWithoutAnAnswer() {
        shelf.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        shelf.put(Projection.ORDER_STATUS, order, 1, Views.order(order, "c", OrderStatus.PENDING, 1, "h"));
        try (Issuer issuer = new Issuer()) {
            RunningEdge edge = RunningEdge.trusting(issuer);
            Api api = edge.api();
            String body = "{\"customerId\":\"c\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
            CompletableFuture<Reply> waiting = api.sending(api.posting("/orders", issuer.shopper("c"), Ids.next(), body)
                    .header("Prefer", "wait=30"));
            CompletableFuture<Reply> following = api.sending(api.request("/orders/" + order + "/events")
                    .header("Authorization", "Bearer " + issuer.shopper("c")));
            await().until(() -> edge.waiting() == 2);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(edge::close);

            assertThat(waiting.join().status()).isEqualTo(202);
            assertThat(following.join().body()).contains("PENDING");
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
            assertThatThrownBy(() -> api.get("/")).hasCauseInstanceOf(java.net.ConnectException.class);
        }
    }
}
