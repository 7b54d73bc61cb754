package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Gate;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Servers;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisAwayIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final URI REDIS = URI.create(Servers.completeRedis());
    private static final Gate GATE = new Gate(REDIS.getHost(), REDIS.getPort());
    private static final RunningEdge EDGE = new RunningEdge(Map.of(
            "sluice.issuer.url",
            ISSUER.url(),
            "sluice.redis.url",
            "redis://127.0.0.1:" + GATE.port() + REDIS.getPath(),
            "sluice.redis.patience",
            "300ms",
            "sluice.edge.products.fresh",
            "0s"));
    private static final Log LOG = new Log(Topics.COMMANDS_ORDERING);

    private final String customer = "c-" + Ids.next();
    private final String sku = "s-" + Ids.next();
    private final String token = ISSUER.shopper(customer);
    private final Api api = EDGE.api();

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
        GATE.close();
        ISSUER.close();
    }

    @BeforeEach
    void warm() {
        EDGE.awaitReady();
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        await().until(() -> api.get("/products/" + sku).header("Cache-Status").isEmpty());
    }

    @AfterEach
    void back() {
        GATE.open();
        await().untilAsserted(() ->
                assertThat(api.get("/products/" + Ids.next()).status()).isEqualTo(404));
    }

    @Test
    void ordersGoOn() {
        GATE.shut();
        String key = Ids.next();

        Reply first = order(key, 1);
        Reply again = order(key, 1);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(LOG.messages(first.text("id"))).hasSize(2);
        Reply read = api.get("/orders/" + first.text("id"), token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("status")).isEqualTo("ACCEPTED");
        assertThat(api.get("/orders/" + Ids.next(), token).status()).isEqualTo(503);
    }

    @Test
    void pagesAreStaleAndSaySo() {
        GATE.shut();

        Reply stale = api.get("/products/" + sku);

        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.header("Cache-Status")).startsWith("sluice-edge; hit; fwd=stale; ttl=-");
        assertThat(stale.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(api.get("/products/" + Ids.next()).status()).isEqualTo(503);
        assertThat(api.get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void aRedisThatHangsHoldsNobodyUpForLong() {
        GATE.hold();
        try {
            assertThat(order(Ids.next(), 1).status()).isEqualTo(202);
            assertThat(api.get("/products/" + sku).header("Cache-Status")).isNotEmpty();
        } finally {
            GATE.release();
        }
    }

    private Reply order(String key, int quantity) {
        return api.post(
                "/orders",
                token,
                key,
                "{\"customerId\":\"" + customer + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity
                        + "}]}");
    }
}
