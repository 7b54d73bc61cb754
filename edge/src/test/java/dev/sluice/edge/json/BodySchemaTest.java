package dev.sluice.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BodySchemaTest {
    private static final String LINE = "{\"sku\":\"A\",\"quantity\":1}";

    private final BodySchema<JsonNode> orders = BodySchema.of("place-order", JsonNode.class);

    @Test
    void readsWhatFits() {
        assertThat(orders.read(utf8(order(LINE))).path("lines").size()).isEqualTo(1);
        assertThat(orders.read(utf8(order(LINE + "," + LINE.replace('A', 'B'))))
                        .path("lines")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "empty              | ``",
                "no JSON            | {\"customerId\":",
                "duplicate name     | {\"customerId\":\"a\",\"customerId\":\"b\",\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}",
                "trailing value     | {} {}",
                "trailing garbage   | {}x",
                "trailing comma     | {\"a\":1,}",
                "comment            | {/* */}",
                "single quotes      | {'a':1}",
                "leading zero       | {\"a\":01}",
                "NaN                | {\"a\":NaN}",
                "half a surrogate   | {\"customerId\":\"\\ud83d\"}",
                "byte order mark    | \uFEFF{}",
            })
    void refusesWhatIsNotStrictJson(String name, String body) {
        assertThat(flaws(utf8(body)))
                .hasSize(1)
                .first()
                .extracting(Problem.Flaw::pointer)
                .isEqualTo("");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(flaws(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .hasSize(1);
        assertThat(flaws("{\"a\":1}".getBytes(StandardCharsets.UTF_16))).hasSize(1);
        assertThat(flaws(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).hasSize(1);
    }

    @Test
    void refusesDeepNestingAndLongNumbers() {
        assertThat(flaws(utf8("[".repeat(100_000)))).hasSize(1);
        assertThat(flaws(utf8(order(LINE.replace("1}", "1".repeat(10_000) + "}")))))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quantity 0          | /lines/0/quantity | {\"sku\":\"A\",\"quantity\":0}",
                "quantity 10^9       | /lines/0/quantity | {\"sku\":\"A\",\"quantity\":1000000000}",
                "quantity 10^30      | /lines/0/quantity | {\"sku\":\"A\",\"quantity\":1000000000000000000000000000000}",
                "quantity 1e999999999| /lines/0/quantity | {\"sku\":\"A\",\"quantity\":1e999999999}",
                "a unit and half         | /lines/0/quantity | {\"sku\":\"A\",\"quantity\":1.5}",
                "quantity in words   | /lines/0/quantity | {\"sku\":\"A\",\"quantity\":\"one\"}",
                "SKU with line feed  | /lines/0/sku      | {\"sku\":\"A\\n\",\"quantity\":1}",
                "SKU too long        | /lines/0/sku      | {\"sku\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"quantity\":1}",
                "no SKU              | /lines/0          | {\"quantity\":1}",
                "unknown field       | /lines/0          | {\"sku\":\"A\",\"quantity\":1,\"price\":1}",
                "small currency      | /lines/0/unitPrice/currency | {\"sku\":\"A\",\"quantity\":1,\"unitPrice\":{\"amount\":1,\"currency\":\"gbp\"}}",
                "negative price      | /lines/0/unitPrice/amount   | {\"sku\":\"A\",\"quantity\":1,\"unitPrice\":{\"amount\":-1,\"currency\":\"GBP\"}}",
            })
    void namesThePlaceAndTheMend(String name, String pointer, String line) {
        assertThat(flaws(utf8(order(line)))).singleElement().satisfies(flaw -> {
            assertThat(flaw.pointer()).isEqualTo(pointer);
            assertThat(flaw.detail()).contains("expected is ");
        });
    }

    @Test
    void namesAllFlawsUpToSomeNumber() {
        assertThat(flaws(utf8("{\"customerId\":\"?\",\"lines\":[{\"sku\":\"?\",\"quantity\":0}]}")))
                .hasSize(3);
        assertThat(flaws(utf8(order(("," + LINE.replace('1', '0')).repeat(100).substring(1)))))
                .hasSize(20);
    }

    @Test
    void refusesTooManyLines() {
        assertThat(flaws(utf8(order(("," + LINE).repeat(1_501).substring(1)))))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.pointer()).isEqualTo("/lines"));
    }

    @Test
    void readsThePayloadOfAMessage() {
        assertThat(BodySchema.ofMessage("stock.CountStock.v1")
                        .read(utf8("{\"operationId\":\"op\",\"sku\":\"tea\",\"onHand\":5}")))
                .isEqualTo(new CountStock("op", "tea", 5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another type   | /quantity | stock.UnitsTaken.v1 | {\"sku\":\"a\",\"orderId\":\"o\",\"quantity\":\"x\",\"onHand\":1,\"reserved\":0}",
                "no time        | /expiresAt | tcc.CancelBranch.v1 | {\"orderId\":\"o\",\"participant\":\"STOCK\",\"key\":\"k\",\"expiresAt\":\"noon\"}",
            })
    void saysWhatIsWrongWithThePayloadOfAMessage(String name, String pointer, String type, String data) {
        assertThat(flaws(BodySchema.ofMessage(type), utf8(data)))
                .extracting(Problem.Flaw::pointer)
                .contains(pointer);
    }

    /** What every message may refer to lies beside their folder. */
    @Test
    void followsReferencesToOtherDocuments() {
        String answer = "{\"orderId\":\"o\",\"participant\":\"STOCK\",\"key\":\"k\",\"outcome\":\"REFUSED\","
                + "\"rejection\":{\"code\":\"NO_SUCH_CODE\"}}";
        assertThat(flaws(BodySchema.ofMessage("ordering.BranchAnswered.v1"), utf8(answer)))
                .isNotEmpty()
                .allSatisfy(flaw -> assertThat(flaw.pointer()).startsWith("/rejection"));
    }

    private List<Problem.Flaw> flaws(byte[] body) {
        return flaws(orders, body);
    }

    private static List<Problem.Flaw> flaws(BodySchema<?> schema, byte[] body) {
        Refusal refusal = assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> schema.read(body))
                .actual();
        assertThat(refusal.status()).isEqualTo(HttpResponseStatus.BAD_REQUEST);
        Problem problem = Json.MAPPER.readValue(refusal.answer().body(), Problem.class);
        return Objects.requireNonNull(problem.errors());
    }

    private static String order(String lines) {
        return "{\"customerId\":\"a\",\"lines\":[" + lines + "]}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
