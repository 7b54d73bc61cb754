package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.http.Claims;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be an order is refused with a problem, and nothing of it reaches the log. */
class MalformedOrderIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);
    private static final Log LOG = new Log(Topics.COMMANDS_ORDERING);

    private final String customer = "c-" + Ids.next();
    private final String sku = "s-" + Ids.next();
    private final Api api = EDGE.api();

    MalformedOrderIT() {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
        ISSUER.close();
    }

    /** A good order afterwards proves that the log would have been written. */
    @AfterEach
    void onlyTheGoodOneIsInTheLog() {
        Reply good = api.post("/orders", ISSUER.shopper(customer), Ids.next(), good());
        assertThat(good.status()).isEqualTo(202);

        assertThat(LOG.records().stream()
                        .filter(found -> new String(found.value(), StandardCharsets.UTF_8).contains(sku))
                        .map(found -> found.key()))
                .containsExactly(good.text("id"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON              | 400 | {\"customerId\":",
                "empty                | 400 | ``",
                "no object            | 400 | []",
                "no lines             | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[]}",
                "quantity 0           | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":0}]}",
                "quantity 10^9        | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1000000000}]}",
                "summed above a line  | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1000000},{\"sku\":\"SKU\",\"quantity\":1}]}",
                "something after      | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1}]} {}",
                "another's id         | 403 | {\"customerId\":\"another\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1}]}",
                "a shopper's price    | 403 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1,\"unitPrice\":{\"amount\":1,\"currency\":\"GBP\"}}]}",
                "unknown SKU          | 422 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1},{\"sku\":\"none-SKU\",\"quantity\":1}]}",
            })
    void bodies(String name, int status, String body) {
        String filled = body.replace("CUSTOMER", customer).replace("SKU", sku);

        refused(status, api.post("/orders", ISSUER.shopper(customer), Ids.next(), filled));
    }

    @Test
    void twoPricesForOneSku() {
        String line = "{\"sku\":\"" + sku + "\",\"quantity\":1,\"unitPrice\":{\"amount\":%d,\"currency\":\"GBP\"}}";
        String body =
                "{\"customerId\":\"" + customer + "\",\"lines\":[" + line.formatted(1) + "," + line.formatted(2) + "]}";

        refused(400, api.post("/orders", ISSUER.role("importer"), Ids.next(), body));
    }

    @Test
    void aMegabyte() {
        String body = good() + " ".repeat(1 << 20);

        refused(413, api.post("/orders", ISSUER.shopper(customer), Ids.next(), body));
        refused(
                413,
                api.send(api.request("/orders")
                        .header("Authorization", "Bearer " + ISSUER.shopper(customer))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Ids.next())
                        .POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))));
    }

    @Test
    void otherThanJson() {
        refused(
                415,
                api.send(api.request("/orders")
                        .header("Authorization", "Bearer " + ISSUER.shopper(customer))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(good()))));
    }

    @Test
    void attacks() {
        String union = good().replace(customer, customer + "' UNION/**/SELECT password FROM users --");
        Reply reply = api.post("/orders", ISSUER.shopper(customer), Ids.next(), union);

        refused(403, reply);
        assertThat(reply.text("type")).isEqualTo("/problems/suspicious-request");
        assertThat(reply.text("instance")).startsWith("urn:trace:");
        refused(403, api.get("/products/%2e%2e/%2e%2e/etc/passwd"));
    }

    @Test
    void noIdempotencyKey() {
        refused(
                400,
                api.send(api.request("/orders")
                        .header("Authorization", "Bearer " + ISSUER.shopper(customer))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(good()))));
    }

    @Test
    void noToken() {
        Reply reply = api.send(api.request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Ids.next())
                .POST(BodyPublishers.ofString(good())));

        refused(401, reply);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sluice\"");
    }

    @Test
    void foreignTokens() {
        try (Issuer foreign = new Issuer()) {
            unauthorized(foreign.shopper(customer));
            unauthorized(foreign.token(claims -> shopper(claims).issuer(ISSUER.url())));
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's own type
    void tokensThatAreWorthNothing() {
        unauthorized("nonsense");
        unauthorized(
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
        unauthorized(changed(claims -> claims.expirationTime(null)));
        unauthorized(changed(claims -> claims.audience("another")));
        unauthorized(
                changed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))));
        unauthorized(changed(claims -> claims.subject(null)));
        String good = ISSUER.shopper(customer);
        unauthorized(good.substring(0, good.lastIndexOf('.') + 1));
        unauthorized(good.substring(0, good.length() - 8) + "AAAAAAAA");
    }

    private String changed(Consumer<JWTClaimsSet.Builder> change) {
        return ISSUER.token(claims -> change.accept(shopper(claims)));
    }

    private JWTClaimsSet.Builder shopper(JWTClaimsSet.Builder claims) {
        return claims.claim(Claims.ROLES, List.of("shopper")).claim(Claims.CUSTOMER_ID, customer);
    }

    private void unauthorized(String token) {
        Reply reply = api.post("/orders", token, Ids.next(), good());

        refused(401, reply);
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"sluice\", error=\"invalid_token\", error_description=\"");
    }

    private String good() {
        return "{\"customerId\":\"" + customer + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
    }

    private static void refused(int status, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.isProblem()).as(reply.body()).isTrue();
    }
}
