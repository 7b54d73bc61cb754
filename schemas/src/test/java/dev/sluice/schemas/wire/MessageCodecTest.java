package dev.sluice.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.Samples;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static List<Payload> payloads() {
        return Samples.payloads();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void readsWhatItWroteInBinaryMode(Payload payload) {
        Message<?> message = message(payload, TRACE);
        Map<String, byte[]> headers = MessageCodec.headers(message);

        assertThat(MessageCodec.read(headers::get, MessageCodec.data(payload))).isEqualTo(List.of(message));
    }

    @Test
    void readsWhatItPacked() {
        List<Message<?>> messages = Samples.payloads().stream()
                .<Message<?>>map(payload -> message(payload, null))
                .toList();

        assertThat(MessageCodec.read(_ -> null, pack(messages))).isEqualTo(messages);
        assertThat(MessageCodec.read(_ -> null, pack(List.of()))).isEmpty();
    }

    @Test
    void readsAPackWhoseAttributesComeInAnotherOrder() {
        byte[] pack = utf8(
                "[{\"data\":{\"orderId\":\"1\"},\"added\":{\"later\":[{}]},\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"type\":\"ordering.CheckDeadline.v1\",\"subject\":\"1\",\"source\":\"/elsewhere\",\"id\":\"7\"}]");

        Message<?> message = MessageCodec.read(_ -> null, pack).getFirst();

        assertThat(message.data()).isEqualTo(new CheckDeadline("1"));
        assertThat(message.id()).isEqualTo("7");
        assertThat(message.source()).isEqualTo("/elsewhere");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void readsFactsByTheirTypeAlone(Payload payload) {
        assertThat(MessageCodec.payload(WireNames.of(payload.getClass()), MessageCodec.data(payload)))
                .isEqualTo(payload);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        byte[] newer = utf8("{\"orderId\":\"1\",\"addedLater\":{\"deep\":[1]}}");
        assertThat(MessageCodec.payload("ordering.CheckDeadline.v1", newer)).isEqualTo(new CheckDeadline("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {CloudEvents.ID, CloudEvents.SOURCE, CloudEvents.TYPE, CloudEvents.SUBJECT, CloudEvents.TIME})
    void namesTheHeaderThatIsMissing(String header) {
        Payload payload = new CheckDeadline("1");
        Map<String, byte[]> headers = new HashMap<>(MessageCodec.headers(message(payload, null)));
        headers.remove(header);

        assertThatThrownBy(() -> MessageCodec.read(headers::get, MessageCodec.data(payload)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "{}",
                "{\"orderId\":null}",
                "{\"orderId\":{}}",
                "{\"orderId\":\"1\"",
                "{\"orderId\":\"1\"} trailing"
            })
    void refusesAPayloadThatIsNotOfItsType(String json) {
        assertThatThrownBy(() -> MessageCodec.payload("ordering.CheckDeadline.v1", utf8(json)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("ordering.CheckDeadline.v1");
    }

    @Test
    void refusesAPayloadOfAnUnknownType() {
        assertThatThrownBy(() -> MessageCodec.payload("ordering.Unheard.v1", utf8("{}")))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("ordering.Unheard.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[{}]",
                "[null]",
                "[1]",
                "[[]]",
                "[{\"id\":1}]",
                "[] []",
                "[]1",
                "[{\"id\":\"1\",\"source\":\"s\",\"subject\":\"1\",\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"type\":\"ordering.CheckDeadline.v1\",\"data\":{\"orderId\":\"1\"}",
                "[{\"id\":\"1\",\"source\":\"s\",\"subject\":\"1\",\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"type\":\"ordering.CheckDeadline.v1\"}]",
                "[{\"id\":\"1\",\"source\":\"s\",\"subject\":\"1\",\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"type\":\"ordering.CheckDeadline.v1\",\"data\":null}]",
                "[{\"id\":\"1\",\"source\":\"s\",\"subject\":\"1\",\"time\":\"noon\","
                        + "\"type\":\"ordering.CheckDeadline.v1\",\"data\":{\"orderId\":\"1\"}}]",
                "[{\"id\":\"1\",\"source\":\"s\",\"subject\":\"1\",\"time\":\"2026-03-01T12:00:00Z\",\"traceparent\":{},"
                        + "\"type\":\"ordering.CheckDeadline.v1\",\"data\":{\"orderId\":\"1\"}}]"
            })
    void refusesAPackWithABrokenMessage(String pack) {
        assertThatThrownBy(() -> MessageCodec.read(_ -> null, utf8(pack))).isInstanceOf(UnreadableMessage.class);
    }

    @Test
    void refusesATombstone() {
        assertThatThrownBy(() -> MessageCodec.read(_ -> null, null)).isInstanceOf(UnreadableMessage.class);
    }

    static Message<?> message(Payload payload, @Nullable String trace) {
        return new Message<>("0195-message", "/edge", "0195-order", Samples.NOON, trace, payload);
    }

    static byte[] pack(List<Message<?>> messages) {
        return utf8(messages.stream()
                .map(message -> new String(MessageCodec.element(message), StandardCharsets.UTF_8))
                .toList()
                .toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
