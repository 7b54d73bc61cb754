package dev.sluice.command.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Message<CountStock> COUNT =
            new Message<>("m1", "/edge", "tea", NOON, "00-1", new CountStock("op", "tea", 5));
    private static final String WHOLE = new String(MessageCodec.element(COUNT), StandardCharsets.UTF_8);

    private static String edited(String content, String data) {
        return Content.edited(content, data, "letter", "/stock", "tea", Instant.EPOCH);
    }

    @Test
    void aWholeMessageIsReadAndShown() {
        assertThat(Content.message(WHOLE)).isEqualTo(COUNT);
        assertThat(Content.shown(WHOLE))
                .isEqualTo(new ParkedMessage(
                        "m1",
                        "/edge",
                        "stock.CountStock.v1",
                        NOON.toString(),
                        "00-1",
                        "{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":5}",
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "no JSON", "5", "[]", "{\"type\":\"no.Such.v1\"}", "{},{}"})
    void whatIsNoMessageIsNotTakenForOne(String content) {
        assertThatThrownBy(() -> Content.message(content))
                .isInstanceOfAny(UnreadableMessage.class, IllegalArgumentException.class);
        assertThat(Content.shown(content)).isNotNull();
    }

    @Test
    void whatIsNoEventIsShownAsText() {
        assertThat(Content.shown("{ no JSON"))
                .isEqualTo(new ParkedMessage(null, null, null, null, null, "{ no JSON", false));
    }

    @Test
    void longDataIsCutOff() {
        ParkedMessage shown =
                Content.shown("{\"id\":\"m1\",\"data\":{\"text\":\"" + "x".repeat(Content.LONGEST_DATA) + "\"}}");
        assertThat(shown.id()).isEqualTo("m1");
        assertThat(shown.truncated()).isTrue();
        assertThat(shown.data()).hasSize(Content.LONGEST_DATA).startsWith("{\"text\":\"xxx");
    }

    /** A fact that could not be written would keep its message from being parked, and hold up all others. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":\"\\ud83d\"}", "{\"data\":{\"\\ud83d\":1}}", "{\"id\":\"\\udc00\"}", "\ud83d"})
    void whateverIsShownCanBeWritten(String content) {
        assertThat(Json.MAPPER.writeValueAsBytes(Content.shown(content))).isNotEmpty();
    }

    @Test
    void anEditChangesTheDataOnly() {
        String content = edited(WHOLE, "{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":7}");
        assertThat(Content.message(content))
                .isEqualTo(new Message<>("m1", "/edge", "tea", NOON, "00-1", new CountStock("op", "tea", 7)));
    }

    @Test
    void anEditMakesUpForWhatIsMissing() {
        String content = edited(
                "{\"type\":\"stock.CountStock.v1\",\"data\":\"rubbish\"}",
                "{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":7}");
        assertThat(Content.message(content))
                .isEqualTo(
                        new Message<>("letter", "/stock", "tea", Instant.EPOCH, null, new CountStock("op", "tea", 7)));
    }

    @Test
    void anEditWithRubbishIsNoMessage() {
        assertThatThrownBy(() -> Content.message(edited(WHOLE, "{ no JSON"))).isInstanceOf(UnreadableMessage.class);
    }
}
