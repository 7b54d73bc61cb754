package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.schemas.catalog.CatalogCommand;
import dev.sluice.schemas.customer.CustomerCommand;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.payment.WalletCommand;
import dev.sluice.schemas.stock.StockCommand;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PutIT {
    private static final Issuer ISSUER = new Issuer();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);
    private static final String PRODUCT =
            "{\"name\":\"Mug\",\"category\":\"Kitchen\",\"price\":{\"amount\":1250,\"currency\":\"GBP\"}}";

    private final String id = "i-" + Ids.next();
    private final String importer = ISSUER.role("importer");
    private final Api api = EDGE.api();

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    @Test
    void putsProducts() {
        assertThat(commandOf(Topics.COMMANDS_CATALOG, "/admin/products/", PRODUCT))
                .isInstanceOfSatisfying(CatalogCommand.PutProduct.class, command -> {
                    assertThat(command.sku()).isEqualTo(id);
                    assertThat(command.name()).isEqualTo("Mug");
                    assertThat(command.description()).isNull();
                    assertThat(command.price()).isEqualTo(new Money(1_250, "GBP"));
                });
    }

    @Test
    void putsTextThatOnlyLooksLikeAnAttack() {
        String text = "O'Brien's: select a union jack mug from the table; <b>new</b> &amp; 50% off -- order by Friday!";
        String body = PRODUCT.replace("\"Kitchen\"", "\"Kitchen\",\"description\":\"" + text + "\"");

        assertThat(commandOf(Topics.COMMANDS_CATALOG, "/admin/products/", body))
                .isInstanceOfSatisfying(
                        CatalogCommand.PutProduct.class,
                        command -> assertThat(command.description()).isEqualTo(text));
    }

    @Test
    void putsStock() {
        assertThat(commandOf(Topics.COMMANDS_STOCK, "/admin/stock/", "{\"onHand\":0}"))
                .isInstanceOfSatisfying(
                        StockCommand.CountStock.class,
                        command -> assertThat(command.onHand()).isZero());
    }

    @Test
    void putsWallets() {
        assertThat(commandOf(
                        Topics.COMMANDS_PAYMENT,
                        "/admin/wallets/",
                        "{\"balance\":{\"amount\":5,\"currency\":\"GBP\"}}"))
                .isInstanceOfSatisfying(
                        WalletCommand.SetBalance.class,
                        command -> assertThat(command.balance()).isEqualTo(new Money(5, "GBP")));
    }

    @Test
    void putsCustomers() {
        assertThat(commandOf(
                        Topics.COMMANDS_CUSTOMER,
                        "/admin/customers/",
                        "{\"name\":\"Zoë Ōe\",\"email\":\"z@example.org\",\"country\":\"France\"}"))
                .isInstanceOfSatisfying(CustomerCommand.PutCustomer.class, command -> {
                    assertThat(command.name()).isEqualTo("Zoë Ōe");
                    assertThat(command.email()).isEqualTo("z@example.org");
                });
    }

    @Test
    void theOperationIsKnownFromTheFirstMoment() {
        Reply accepted = api.put("/admin/stock/" + id, importer, "{\"onHand\":1}");

        assertThat(UUID.fromString(accepted.text("id")).version()).isEqualTo(7);
        Reply operation = api.get(accepted.header("Location"), importer);
        assertThat(operation.status()).isEqualTo(200);
        assertThat(operation.text("status")).isEqualTo("ACCEPTED");
        assertThat(operation.text("entity")).isEqualTo("stock");
        assertThat(operation.text("entityId")).isEqualTo(id);
        assertThat(api.get(accepted.header("Location"), ISSUER.shopper("c")).status())
                .isEqualTo(403);
    }

    @Test
    void aKeyMakesItOnce() {
        String key = Ids.next();
        Reply first = put(key, "{\"onHand\":1}");
        Reply again = put(key, "{\"onHand\":1}");
        Reply other = put(key, "{\"onHand\":2}");

        assertThat(UUID.fromString(first.text("id")).version()).isEqualTo(8);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.put(
                                "/admin/wallets/" + id,
                                importer,
                                "{\"balance\":{\"amount\":1,\"currency\":\"GBP\"}}",
                                request -> request.header("Idempotency-Key", key))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void holdsTheAnswerUntilTheOutcome() {
        try (Log log = new Log(Topics.COMMANDS_STOCK)) {
            CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(() -> api.put(
                    "/admin/stock/" + id, importer, "{\"onHand\":1}", request -> request.header("Prefer", "wait=30")));
            await().until(() -> !log.messages(id).isEmpty());
            String operation =
                    ((StockCommand.CountStock) log.messages(id).getFirst().data()).operationId();
            log.appendView(
                    Projection.OPERATIONS,
                    operation,
                    new OperationView(
                            operation, OperationStatus.SUCCEEDED, "stock", id, 1L, null, Instant.EPOCH, null));

            Reply reply = waiting.join();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text("status")).isEqualTo("SUCCEEDED");
            assertThat(reply.header("Content-Location")).isEqualTo("/operations/" + operation);
        }
    }

    @Test
    void isForAdminsAndImporters() {
        assertThat(api.put("/admin/stock/" + id, ISSUER.role("admin"), "{\"onHand\":1}")
                        .status())
                .isEqualTo(202);
        assertThat(api.put("/admin/stock/" + id, ISSUER.role("operator"), "{\"onHand\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(api.put("/admin/stock/" + id, ISSUER.shopper(id), "{\"onHand\":1}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatIsMalformed() {
        for (String body : new String[] {"{}", "{\"onHand\":-1}", "{\"onHand\":1,\"x\":1}", "[]"}) {
            Reply reply = api.put("/admin/stock/" + id, importer, body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.isProblem()).isTrue();
        }
        Reply badId = api.put("/admin/stock/a%20b", importer, "{\"onHand\":1}");
        assertThat(badId.status()).isEqualTo(400);
        assertThat(badId.isProblem()).isTrue();
        assertThat(api.put("/admin/customers/" + id, importer, "{\"name\":\"a\\u0001b\",\"country\":\"F\"}")
                        .status())
                .isEqualTo(400);
    }

    private Reply put(String key, String body) {
        return api.put("/admin/stock/" + id, importer, body, request -> request.header("Idempotency-Key", key));
    }

    private Payload commandOf(String topic, String path, String body) {
        try (Log log = new Log(topic)) {
            Reply accepted = api.put(path + id, importer, body);

            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            assertThat(accepted.header("Location")).isEqualTo("/operations/" + accepted.text("id"));
            assertThat(log.messages(id)).hasSize(1);
            return log.messages(id).getFirst().data();
        }
    }
}
