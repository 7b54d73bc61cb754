package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be an order is refused at the edge with a problem that says why, and leaves nothing behind. */
@Execution(ExecutionMode.CONCURRENT)
class MalformedOrderE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private String sku = "";
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(10, 100);
        customer = shop.customer(10_000);
    }

    /** A later order of the same SKU has gone the same road, and is the only one that arrived. */
    @AfterEach
    void nothingIsStored() throws SQLException {
        String id = shop.buys(customer, sku, 1).id();
        Sluice.await()
                .untilAsserted(() -> assertThat(shop.stockFacts(sku))
                        .containsExactly(
                                new StockFact.StockCounted(sku, 10, 0),
                                shop.stockFacts(sku).get(1),
                                new StockFact.UnitsTaken(sku, id, 1, 9, 0)));
        new BackOffice(sluice)
                .awaitOrders(
                        customer,
                        orders -> assertThat(orders)
                                .extracting(BackOfficeOrderView::id)
                                .containsExactly(id));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON              | 400 | {\"customerId\":",
                "no object            | 400 | []",
                "empty                | 400 | ``",
                "no lines             | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[]}",
                "no customer          | 400 | {\"lines\":[{\"sku\":\"SKU\",\"quantity\":1}]}",
                "quantity 0           | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":0}]}",
                "quantity -1          | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":-1}]}",
                "quantity 10^9        | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1000000000}]}",
                "half a unit          | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":0.5}]}",
                "quantity as text     | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":\"1\"}]}",
                "SKU with a slash     | 400 | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"a/x\",\"quantity\":1}]}",
                "unknown SKU          | 4xx | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"no-such-sku\",\"quantity\":1}]}",
                "price from a shopper | 4xx | {\"customerId\":\"CUSTOMER\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1,\"unitPrice\":{\"amount\":1,\"currency\":\"GBP\"}}]}",
                "another's id         | 403 | {\"customerId\":\"somebody-else\",\"lines\":[{\"sku\":\"SKU\",\"quantity\":1}]}",
            })
    void bodies(String name, String status, String body) {
        String filled = body.replace("CUSTOMER", customer).replace("SKU", sku);

        refused(status, post(sluice.shopper(customer), filled));
    }

    @Test
    void aBodyOfAMegabyte() {
        refused("413", post(sluice.shopper(customer), "{\"customerId\":\"" + "x".repeat(1 << 20) + "\"}"));
    }

    @Test
    void aForeignToken() throws GeneralSecurityException {
        String token = ForeignToken.of(sluice.installation.issuer().toString(), customer);

        refused("401", post(sluice.as(() -> token), good()));
    }

    @Test
    void aTokenThatIsNone() {
        refused("401", post(sluice.as(() -> "nonsense"), good()));
    }

    @Test
    void noToken() {
        refused(
                "401",
                sluice.send(() -> HttpRequest.newBuilder(sluice.at("/orders"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Ids.next())
                        .POST(BodyPublishers.ofString(good()))
                        .build()));
    }

    @Test
    void noIdempotencyKey() {
        byte[] body = good().getBytes(StandardCharsets.UTF_8);

        refused("400", sluice.shopper(customer).post("/orders", body, null, null));
    }

    @Test
    void aShopperAtTheAdminsDoor() {
        refused("403", sluice.shopper(customer).putStock(sku, 1_000_000));
        refused("403", sluice.shopper(customer).get("/admin/orders"));
    }

    @Test
    void anotherCustomersOrders() {
        String other = shop.customer(100);

        refused("403", sluice.shopper(other).get("/customers/" + customer + "/orders"));
    }

    private Answer post(ShopApi api, String body) {
        return api.post("/orders", body.getBytes(StandardCharsets.UTF_8), Ids.next(), null);
    }

    private String good() {
        return new String(Shop.json(Shop.order(customer, sku, 1)), StandardCharsets.UTF_8);
    }

    private static void refused(String status, Answer answer) {
        assertThat(Integer.toString(answer.status())).as(answer.summary()).matches(status.replace("x", "\\d"));
        assertThat(answer.problem()).map(Problem::status).contains(answer.status());
        assertThat(answer.problem())
                .map(Problem::title)
                .hasValueSatisfying(title -> assertThat(title).isNotBlank());
    }
}
