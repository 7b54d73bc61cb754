package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VersionTokenIT {
    private static final String SECRET = "a secret of no less than 32 characters";
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = new RunningEdge(Map.of(
            "sluice.issuer.url", ISSUER.url(), "sluice.edge.id-secret", SECRET, "sluice.edge.products.fresh", "10m"));
    private static final Log LOG = new Log(Topics.COMMANDS_ORDERING);
    private static final VersionTokens TOKENS = new VersionTokens(() -> SECRET.getBytes(StandardCharsets.UTF_8));

    private final String customer = "c-" + Ids.next();
    private final String id = Ids.next();
    private final Api api = EDGE.api();

    VersionTokenIT() {
        EDGE.awaitReady();
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
        LOG.close();
    }

    @Test
    void anOrderIsWaitedForUntilItIsAsFarAsTheTokenSays() {
        SHELF.put(Projection.ORDER_STATUS, id, 0, Views.order(id, customer, OrderStatus.PENDING, 3, "h"));
        CompletableFuture<Reply> reading = api.sending(order().header(VersionTokens.HEADER, token("order", id, 4)));

        LOG.appendView(Projection.ORDER_STATUS, id, Views.order(id, customer, OrderStatus.PENDING, 3, "h"));
        assertThat(reading).as("told of no more than it knew").isNotDone();
        await().until(() -> {
            LOG.appendView(Projection.ORDER_STATUS, id, Views.order(id, customer, OrderStatus.CONFIRMED, 4, "h"));
            return reading.isDone();
        });

        Reply reply = reading.join();
        assertThat(reply.text("status")).isEqualTo("CONFIRMED");
        assertThat(reply.header(VersionTokens.HEADER)).isEqualTo(token("order", id, 4));
    }

    @Test
    void whoHasReadItsTokenNeedNotWaitForIt() {
        SHELF.put(Projection.ORDER_STATUS, id, 0, Views.order(id, customer, OrderStatus.PENDING, 3, "h"));
        Reply first = api.send(order());

        Reply second = api.send(order().header(VersionTokens.HEADER, first.header(VersionTokens.HEADER)));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void whatDoesNotComeInTimeIs503() {
        SHELF.put(Projection.ORDER_STATUS, id, 0, Views.order(id, customer, OrderStatus.PENDING, 3, "h"));

        Reply reply = api.send(
                order().header(VersionTokens.HEADER, token("order", id, 4)).header("Prefer", "wait=1"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("type")).isEqualTo("/problems/view-behind");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void anAcceptedIdIsNever404() {
        Reply unknown = api.send(order());
        Reply accepted = api.send(
                order().header(VersionTokens.HEADER, token("order", id, 0)).header("Prefer", "wait=1"));
        Reply operation = api.send(api.request("/operations/" + id)
                .header("Authorization", "Bearer " + ISSUER.role("admin"))
                .header(VersionTokens.HEADER, token("operation", id, 0))
                .header("Prefer", "wait=1"));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(accepted.status()).isEqualTo(503);
        assertThat(operation.status()).isEqualTo(503);
    }

    @Test
    void anAcceptedWriteGivesOne() {
        Reply put = api.put(
                "/admin/wallets/" + customer,
                ISSUER.role("admin"),
                "{\"balance\":{\"amount\":1,\"currency\":\"GBP\"}}");

        assertThat(put.status()).isEqualTo(202);
        assertThat(put.header(VersionTokens.HEADER)).isEqualTo(token("operation", put.text("id"), 0));
        Reply operation = api.send(
                api.request("/operations/" + put.text("id")).header("Authorization", "Bearer " + ISSUER.role("admin")));
        assertThat(operation.header(VersionTokens.HEADER))
                .as("nobody carries it out here")
                .isEqualTo(put.header(VersionTokens.HEADER));
    }

    @Test
    void aPageInTheHeapIsNotGoodEnoughWhereMoreIsKnown() {
        SHELF.put(Projection.PRODUCT_PAGE, id, -1, product(1, 1));
        assertThat(api.get("/products/" + id).status()).isEqualTo(200);
        // As of an edge that has missed what the log's tail says.
        SHELF.put(Projection.PRODUCT_PAGE, id, 7, product(2, 5));

        String tokens = token("product", id, 2) + ", " + token("stock", id, 5);
        Reply page = api.send(api.request("/products/" + id).header(VersionTokens.HEADER, tokens));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("stockVersion").asLong(0)).isEqualTo(5);
        assertThat(page.header("Vary")).isEqualToIgnoringCase("Accept, Accept-Encoding, Sluice-Token");
        assertThat(api.get("/products/" + id).json().path("productVersion").asLong(0))
                .as("for the others, too")
                .isEqualTo(2);
    }

    @Test
    void whatWeNeverGaveIsRefused() {
        String forged =
                new VersionTokens(() -> "another".getBytes(StandardCharsets.UTF_8)).sign(versions("order", id, 1));
        String many = (token("order", id, 1) + ",").repeat(33) + token("order", id, 1);

        for (String bad : List.of(forged, "nonsense", "a.b", ".", "", many)) {
            Reply reply = api.send(order().header(VersionTokens.HEADER, bad));

            assertThat(reply.status()).as(bad).isEqualTo(400);
            assertThat(reply.text("type")).isEqualTo("/problems/malformed-version-token");
        }
    }

    private HttpRequest.Builder order() {
        return api.request("/orders/" + id).header("Authorization", "Bearer " + ISSUER.role("admin"));
    }

    private ProductPageView product(long productVersion, long stockVersion) {
        return new ProductPageView(id, "Mug", null, "Kitchen", new Money(1, "GBP"), 3, productVersion, stockVersion);
    }

    private static String token(String entity, String id, long version) {
        return TOKENS.sign(versions(entity, id, version));
    }

    private static EntityVersions versions(String entity, String id, long version) {
        return new EntityVersions(List.of(new EntityVersion(entity, id, version)));
    }
}
