package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Servers;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.Projection;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReadOrderIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);

    private final String customer = "c-" + Ids.next();
    private final String id = Ids.next();
    private final Api api = EDGE.api();

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    @Test
    void showsItsCustomerTheOrderAsItIs() {
        put(OrderStatus.CONFIRMED, 3);

        Reply reply = api.get("/orders/" + id, ISSUER.shopper(customer));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Sluice-Lag")).startsWith("order-status;store=redis");
        assertThat(reply.text("status")).isEqualTo("CONFIRMED");
        assertThat(reply.json().path("total").path("amount").asLong(0)).isEqualTo(100);
        assertThat(reply.body()).doesNotContain("requestHash");
    }

    @Test
    void showsStaffAndNobodyElse() {
        put(OrderStatus.CONFIRMED, 3);

        for (String role : new String[] {"admin", "operator", "importer"}) {
            assertThat(api.get("/orders/" + id, ISSUER.role(role)).status())
                    .as(role)
                    .isEqualTo(200);
        }
        assertThat(api.get("/orders/" + id, ISSUER.shopper("another")).status()).isEqualTo(403);
        assertThat(api.get("/orders/" + id, ISSUER.token(_ -> {})).status()).isEqualTo(403);
        assertThat(api.get("/orders/" + id).status()).isEqualTo(401);
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(api.get("/orders/" + id, ISSUER.shopper(customer)).status()).isEqualTo(404);
        assertThat(api.get("/orders/nonsense", ISSUER.shopper(customer)).status())
                .isEqualTo(404);
        assertThat(api.get("/operations/" + id, ISSUER.role("admin")).status()).isEqualTo(404);
    }

    @Test
    void whatOnlyMayNotBeThereIs503() {
        try (RunningEdge edge = new RunningEdge(
                Map.of("sluice.issuer.url", ISSUER.url(), "sluice.redis.url", Servers.emptiedRedis()))) {
            edge.awaitReady();

            Reply reply = edge.api().get("/orders/" + id, ISSUER.shopper(customer));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.isProblem()).isTrue();
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(edge.api().get("/operations/" + id, ISSUER.role("admin")).status())
                    .isEqualTo(503);
            assertThat(edge.api().get("/products/" + id).status()).isEqualTo(503);
        }
    }

    private void put(OrderStatus status, long version) {
        SHELF.put(Projection.ORDER_STATUS, id, 5, Views.order(id, customer, status, version, "h"));
    }
}
