package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.Message;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlaceOrderIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);
    private static final Log LOG = new Log(Topics.COMMANDS_ORDERING);

    private final String customer = "c-" + Ids.next();
    private final String sku = "s-" + Ids.next();
    private final String key = Ids.next();
    private final String token = ISSUER.shopper(customer);
    private final Api api = EDGE.api();

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
        ISSUER.close();
    }

    PlaceOrderIT() {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
    }

    @Test
    void isInTheLogBeforeItIsAccepted() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Reply accepted = api.send(api.posting("/orders", token, key, order(2)).header("traceparent", trace));

        assertThat(accepted.status()).isEqualTo(202);
        String id = accepted.text("id");
        assertThat(UUID.fromString(id).version()).isEqualTo(8);
        assertThat(accepted.text("status")).isEqualTo("ACCEPTED");
        assertThat(accepted.header("Location")).isEqualTo("/orders/" + id);
        assertThat(LOG.messages(id)).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo(id);
            assertThat(message.source()).isEqualTo("/edge");
            assertThat(message.traceparent()).isEqualTo(trace);
            assertThat(message.data()).isInstanceOfSatisfying(OrderCommand.PlaceOrder.class, command -> {
                assertThat(command.orderId()).isEqualTo(id);
                assertThat(command.customerId()).isEqualTo(customer);
                assertThat(command.lines()).containsExactly(new RequestedLine(sku, 2, null));
                assertThat(command.requestHash()).matches("[0-9a-f]{64}");
            });
        });
    }

    @Test
    void sumsTheLinesOfOneSku() {
        String body = "{\"customerId\":\"" + customer + "\",\"lines\":[" + line(1) + "," + line(2) + "],"
                + "\"expectedTotal\":{\"amount\":300,\"currency\":\"GBP\"}}";

        assertThat(placed(api.post("/orders", token, key, body)))
                .satisfies(command -> assertThat(command.lines()).containsExactly(new RequestedLine(sku, 3, null)))
                .satisfies(command -> assertThat(command.expectedTotal()).isEqualTo(new Money(300, "GBP")));
    }

    @Test
    void takesPricesAndAnyCustomerFromAnImporter() {
        String body =
                order(1).replace("\"quantity\":1", "\"quantity\":1,\"unitPrice\":{\"amount\":5,\"currency\":\"GBP\"}");

        assertThat(placed(api.post("/orders", ISSUER.role("importer"), key, body))
                        .lines())
                .containsExactly(new RequestedLine(sku, 1, new Money(5, "GBP")));
        assertThat(api.post("/orders", ISSUER.role("admin"), key, order(1)).status())
                .isEqualTo(202);
    }

    @Test
    void isKnownFromTheFirstMoment() {
        String id = api.post("/orders", token, key, order(1)).text("id");

        Reply read = api.get("/orders/" + id, token);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("status")).isEqualTo("ACCEPTED");
        assertThat(read.text("customerId")).isEqualTo(customer);
        assertThat(read.json().path("version").asInt(-1)).isZero();
        assertThat(read.json().path("timeline").get(0).path("at").asString("")).isNotEmpty();
        assertThat(read.body()).doesNotContain("requestHash");
    }

    @Test
    void isKnownToOtherEdgesFromTheFirstMoment() {
        try (RunningEdge other = RunningEdge.trusting(ISSUER)) {
            String id = api.post("/orders", token, key, order(1)).text("id");

            assertThat(other.api().get("/orders/" + id, token).text("status")).isEqualTo("ACCEPTED");
            assertThat(other.api()
                            .get("/orders/" + id, ISSUER.shopper("another"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void theSameAgainIsOneOrderAndTheSameAnswer() {
        Reply first = api.post("/orders", token, key, order(1));
        Reply again = api.post("/orders", token, '"' + key + '"', order(1));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(LOG.messages(first.text("id"))).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherBodyIs422() {
        Reply first = api.post("/orders", token, key, order(1));
        Reply other = api.post("/orders", token, key, order(2));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.isProblem()).isTrue();
        assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(LOG.messages(first.text("id"))).hasSize(1);
    }

    @Test
    void keysOfTwoSubjectsAreApart() {
        String id = api.post("/orders", token, key, order(1)).text("id");

        assertThat(api.post("/orders", ISSUER.shopper(customer), key, order(1)).text("id"))
                .isNotEqualTo(id);
    }

    @Test
    void theSameInFlightIs409() {
        String id = api.post("/orders", token, key, order(1)).text("id");
        SHELF.command(
                "SET",
                "accepted:" + id,
                "{\"requestHash\":\"" + command(id).requestHash()
                        + "\",\"accepted\":false,\"at\":\"2026-01-01T00:00:00Z\",\"entity\":\"order\",\"entityId\":\"c\"}");

        Reply again = api.post("/orders", token, key, order(1));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.isProblem()).isTrue();
        assertThat(again.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void manyAtOnceAreOneOrder() {
        List<CompletableFuture<Reply>> all = java.util.stream.IntStream.range(0, 16)
                .mapToObj(_ -> api.sending(api.posting("/orders", token, key, order(1))))
                .toList();
        List<Reply> replies = all.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Reply::status).containsOnly(202, 409);
        List<String> ids = replies.stream()
                .filter(reply -> reply.status() == 202)
                .map(reply -> reply.text("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(LOG.messages(ids.getFirst())).hasSize(1);
    }

    @Test
    void unknownProductsAre422AndTheKeyStaysFree() {
        String body = order(1).replace(sku, "no-such-" + sku);
        Reply unknown = api.post("/orders", token, key, body);

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).isEqualTo("/problems/unknown-sku");
        assertThat(unknown.json().path("errors").get(0).path("pointer").asString(""))
                .isEqualTo("/lines/0/sku");
        assertThat(api.post("/orders", token, key, order(1)).status()).isEqualTo(202);
    }

    @Test
    void aProductThatIsBeingPutIsNotUnknown() {
        String fresh = "s-" + Ids.next();
        api.put(
                "/admin/products/" + fresh,
                ISSUER.role("importer"),
                "{\"name\":\"n\",\"category\":\"c\",\"price\":{\"amount\":1,\"currency\":\"GBP\"}}");

        assertThat(api.post("/orders", token, key, order(1).replace(sku, fresh)).status())
                .isEqualTo(202);
    }

    @Test
    void holdsTheAnswerUntilTheOutcome() {
        var waiting = api.sending(api.posting("/orders", token, key, order(1)).header("Prefer", "wait=30"));
        String id = acceptedId();
        await().until(() -> EDGE.waiting() > 0);
        LOG.appendView(Projection.ORDER_STATUS, id, view(id, OrderStatus.PENDING, 1));
        LOG.appendView(Projection.ORDER_STATUS, id, view(id, OrderStatus.CONFIRMED, 2));

        Reply reply = waiting.join();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Preference-Applied")).isEqualTo("wait=30");
        assertThat(reply.text("status")).isEqualTo("CONFIRMED");
        assertThat(reply.body()).doesNotContain("requestHash");
        assertThat(api.get("/orders/" + id, token).text("status"))
                .as("read back, though Redis does not have it yet")
                .isEqualTo("CONFIRMED");
    }

    @Test
    void doesNotWaitForWhatIsThereAlready() {
        String id = api.post("/orders", token, key, order(1)).text("id");
        SHELF.put(Projection.ORDER_STATUS, id, 7, view(id, OrderStatus.REJECTED, 2));

        Reply again = api.send(api.posting("/orders", token, key, order(1)).header("Prefer", "wait=30"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("status")).isEqualTo("REJECTED");
    }

    @Test
    void waitsNoLongerThanAsked() {
        Reply reply = api.send(api.posting("/orders", token, key, order(1)).header("Prefer", "wait=1"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Preference-Applied")).isEmpty();
        assertThat(EDGE.waiting()).isZero();
    }

    @Test
    void anotherOrdersOutcomeIsNobodysAnswer() {
        String id = api.post("/orders", token, key, order(1)).text("id");
        SHELF.command("DEL", "accepted:" + id);
        SHELF.put(Projection.ORDER_STATUS, id, 7, view(id, OrderStatus.CONFIRMED, 2));

        Reply other = api.send(api.posting("/orders", token, key, order(2)).header("Prefer", "wait=30"));

        assertThat(other.status()).isEqualTo(422);
    }

    private String acceptedId() {
        return await().until(
                        () -> LOG.records().stream()
                                .filter(found -> new String(found.value(), java.nio.charset.StandardCharsets.UTF_8)
                                        .contains(customer))
                                .map(found -> found.key())
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private OrderCommand.PlaceOrder placed(Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return command(accepted.text("id"));
    }

    private static OrderCommand.PlaceOrder command(String id) {
        List<Message<?>> messages = LOG.messages(id);
        return (OrderCommand.PlaceOrder) messages.getLast().data();
    }

    private Object view(String id, OrderStatus status, long version) {
        return Views.order(id, customer, status, version, command(id).requestHash());
    }

    private String order(int quantity) {
        return "{\"customerId\":\"" + customer + "\",\"lines\":[" + line(quantity) + "]}";
    }

    private String line(int quantity) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}";
    }
}
