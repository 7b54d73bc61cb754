package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingCommand.EditMessage;
import dev.sluice.schemas.parking.ParkingCommand.RetryMessage;
import dev.sluice.schemas.parking.ParkingCommand.SkipMessage;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.Message;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SettleLetterIT {
    private static final Issuer ISSUER = new Issuer();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);
    private static final Shelf SHELF = Shelf.complete();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Not the partition of any key that the test uses, so that it must come from the letter. */
    private static final int PARTITION = 3;

    private final Api api = EDGE.api();
    private final String letter = Ids.next();
    private final String key = "tea " + letter;
    private final String operator = ISSUER.role("operator");

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    private void park(@Nullable String type) {
        DeadLetterView view = new DeadLetterView(
                letter,
                LetterStatus.PARKED,
                "stock",
                Topics.COMMANDS_STOCK,
                PARTITION,
                key,
                new ParkedMessage("m", "/edge", type, null, null, "rubbish", false),
                "no number",
                1,
                0,
                NOON,
                NOON,
                null,
                List.of());
        SHELF.put(Projection.DEAD_LETTERS, letter, 1, view);
    }

    private Reply act(String act) {
        return api.send(api.request("/admin/dead-letters/" + letter + "/" + act)
                .header("Authorization", "Bearer " + operator)
                .POST(BodyPublishers.noBody()));
    }

    private Reply edit(String body) {
        return api.post("/admin/dead-letters/" + letter + "/edit", operator, body);
    }

    private Message<?> command(Log log) {
        assertThat(log.records())
                .filteredOn(record -> key.equals(record.key()))
                .singleElement()
                .satisfies(record -> assertThat(record.partition()).isEqualTo(PARTITION));
        return log.messages(key).getFirst();
    }

    @Test
    void retryAndSkipGoWhereTheMessageCameFrom() {
        park("stock.CountStock.v1");
        try (Log log = new Log(Topics.COMMANDS_STOCK)) {
            Reply accepted = act("retry");
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            String operation = accepted.text("id");
            assertThat(accepted.header("Location")).isEqualTo("/operations/" + operation);
            assertThat(command(log).data()).isInstanceOfSatisfying(RetryMessage.class, command -> {
                assertThat(command.operationId()).isEqualTo(operation);
                assertThat(command.letterId()).isEqualTo(letter);
                assertThat(command.requestedBy()).isNotEmpty();
            });
            assertThat(api.get("/operations/" + operation, operator).text("entity"))
                    .isEqualTo("dead-letter");
        }
        try (Log log = new Log(Topics.COMMANDS_STOCK)) {
            assertThat(act("skip").status()).isEqualTo(202);
            assertThat(command(log).data()).isInstanceOf(SkipMessage.class);
        }
    }

    @Test
    void anEditCarriesAPayloadThatFitsTheSchemaOfTheMessage() {
        park("stock.CountStock.v1");
        String data = "{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":5}";
        try (Log log = new Log(Topics.COMMANDS_STOCK)) {
            assertThat(edit("{\"operationId\":\"op\",\"onHand\":\"many\"}").status())
                    .isEqualTo(400);
            Reply accepted = edit(data);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            assertThat(command(log).data())
                    .isInstanceOfSatisfying(
                            EditMessage.class,
                            command -> assertThat(command.data()).isEqualTo(data));
        }
    }

    @Test
    void anEditThatDoesNotFitSaysWhatIsWrongAndWhere() {
        park("stock.CountStock.v1");
        Reply refused = edit("{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":\"many\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.isProblem()).isTrue();
        assertThat(Json.MAPPER.readTree(refused.body()).at("/errors/0/pointer").asString())
                .isEqualTo("/onHand");
    }

    @Test
    void whatNamesNoKnownTypeCannotBeEdited() {
        park("stock.Nonsense.v1");
        Reply refused = edit("{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("unknown-message-type").contains("stock.Nonsense.v1");
    }

    @Test
    void itIsForStaffAndForLettersThatThereAre() {
        assertThat(act("retry").status()).as("not parked at all").isEqualTo(404);
        assertThat(api.get("/admin/dead-letters/a%2fb", operator).status()).isEqualTo(404);
        for (String act : List.of("retry", "skip", "edit")) {
            assertThat(api.post("/admin/dead-letters/" + letter + "/" + act, ISSUER.role("importer"), "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api.get("/admin/dead-letters", ISSUER.shopper("ada")).status())
                .isEqualTo(403);
    }
}
