package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.Message;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelOrderIT {
    private static final Issuer ISSUER = new Issuer();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);

    private static final Shelf SHELF = Shelf.complete();

    private final Api api = EDGE.api();
    private final String customer = "c-" + Ids.next();
    private final String shopper = ISSUER.shopper(customer);
    private final String order = Ids.next();
    private final String path = "/orders/" + order + "/cancellation";

    @BeforeEach
    void sell() {
        SHELF.put(Projection.ORDER_STATUS, order, 5, Views.order(order, customer, OrderStatus.CONFIRMED, 3, "h"));
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    @Test
    void theWholeOrderTakesNeitherBodyNorKey() {
        try (Log log = new Log(Topics.COMMANDS_ORDERING)) {
            Reply accepted = api.send(api.request(path)
                    .header("Authorization", "Bearer " + shopper)
                    .POST(BodyPublishers.noBody()));

            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            assertThat(command(log).lines()).isEmpty();
            assertThat(command(log).operationId()).isEqualTo(accepted.text("id"));
            assertThat(accepted.header("Location")).isEqualTo("/operations/" + accepted.text("id"));
        }
    }

    @Test
    void linesOfOneSkuAreSummed() {
        try (Log log = new Log(Topics.COMMANDS_ORDERING)) {
            keyed(Ids.next(), "{\"lines\":[{\"sku\":\"s\",\"quantity\":1},{\"sku\":\"s\",\"quantity\":2}]}");

            assertThat(command(log).lines()).containsExactly(new ReturnedLine("s", 3));
        }
    }

    @Test
    void aPartNeedsAKeyWhichMakesItOnce() {
        String part = "{\"lines\":[{\"sku\":\"s\",\"quantity\":1}]}";
        String key = Ids.next();

        assertThat(api.post(path, shopper, part).status()).isEqualTo(400);
        Reply first = keyed(key, part);
        assertThat(keyed(key, part).text("id")).isEqualTo(first.text("id"));
        assertThat(keyed(key, "{}").status()).isEqualTo(422);
    }

    @Test
    void itsOperationIsTheCustomersToSeeAndNobodyElses() {
        String operation = api.post(path, shopper, "{}").header("Location");

        Reply seen = api.get(operation, shopper);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("entity")).isEqualTo("order");
        assertThat(seen.text("entityId")).isEqualTo(order);
        assertThat(api.get(operation, ISSUER.role("operator")).status()).isEqualTo(200);
        assertThat(api.get(operation, ISSUER.shopper("another")).status()).isEqualTo(403);
    }

    @Test
    void isForTheCustomerAdminsAndImporters() {
        assertThat(api.post(path, ISSUER.role("admin"), "{}").status()).isEqualTo(202);
        assertThat(api.post(path, ISSUER.role("importer"), "{}").status()).isEqualTo(202);
        assertThat(api.post(path, ISSUER.role("operator"), "{}").status()).isEqualTo(403);
        assertThat(api.post(path, ISSUER.shopper("another"), "{}").status()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsMalformedOrUnknown() {
        for (String body : new String[] {
            "[]",
            "{\"lines\":[]}",
            "{\"lines\":[{\"sku\":\"s\",\"quantity\":0}]}",
            "{\"lines\":[{\"sku\":\"s\"}]}",
            "{\"line\":1}"
        }) {
            Reply reply = keyed(Ids.next(), body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.isProblem()).isTrue();
        }
        assertThat(api.post("/orders/" + Ids.next() + "/cancellation", shopper, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/orders/x/cancellation", shopper, "{}").status()).isEqualTo(404);
    }

    private Reply keyed(String key, String body) {
        return api.post(path, shopper, key, body);
    }

    private CancelOrder command(Log log) {
        return (CancelOrder) log.messages(order).stream()
                .map(Message::data)
                .filter(CancelOrder.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
