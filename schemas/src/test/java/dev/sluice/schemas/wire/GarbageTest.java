package dev.sluice.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.schemas.Samples;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever lies in the log, reading it ends in messages without holes or in UnreadableMessage. The seed is the repetition. */
class GarbageTest {
    private static final int TRIES = 400;
    private static final int SEEDS = 10;
    private static final List<String> STRANGE = List.of(
            "null",
            "-1",
            "1e400",
            "99999999999999999999",
            "1e999999999",
            "true",
            "\"\"",
            "\"\\ud800\"",
            "[]",
            "[null]",
            "{}",
            "[[[[]]]]",
            "\"-999999999-01-01T00:00:00Z\"",
            "1e19",
            "\"GB\"",
            "{\"code\":\"NOBODY\"}",
            "{\"code\":\"NO_WALLET\"}");

    private RandomGenerator random = RandomGenerator.getDefault();

    @RepeatedTest(SEEDS)
    void isRefusedWhenItIsAnyBytes(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TRIES; i++) {
            byte[] value = new byte[random.nextInt(200)];
            random.nextBytes(value);
            if (random.nextBoolean() && value.length > 0) {
                value[0] = (byte) (random.nextBoolean() ? '[' : '{');
            }
            Map<String, byte[]> headers = MessageCodec.headers(MessageCodecTest.message(any(), null));
            endsWell(headers, value);
        }
    }

    @RepeatedTest(SEEDS)
    void isRefusedWhenBytesOfAMessageChanged(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TRIES; i++) {
            Message<?> message = MessageCodecTest.message(any(), "00-trace");
            boolean packed = random.nextBoolean();
            byte[] value =
                    packed ? MessageCodecTest.pack(List.of(message, message)) : MessageCodec.data(message.data());
            for (int change = random.nextInt(3); change >= 0; change--) {
                value[random.nextInt(value.length)] = (byte) random.nextInt();
            }
            endsWell(damaged(MessageCodec.headers(message)), Arrays.copyOf(value, cut(value.length)));
        }
    }

    @RepeatedTest(SEEDS)
    void isRefusedWhenFieldsOfAMessageChanged(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TRIES; i++) {
            Message<?> message = MessageCodecTest.message(any(), null);
            JsonNode data = Json.MAPPER.valueToTree(message.data());
            JsonNode pack = Json.MAPPER.readTree(MessageCodecTest.pack(List.of(message)));
            deform(data);
            deform(pack);
            endsWell(MessageCodec.headers(message), Json.MAPPER.writeValueAsBytes(data));
            endsWell(Map.of(), Json.MAPPER.writeValueAsBytes(pack));
        }
    }

    @RepeatedTest(1)
    void isRefusedWhenItNestsTooDeep() {
        String deep = "[".repeat(100_000);
        endsWell(Map.of(), deep.getBytes(StandardCharsets.UTF_8));
        endsWell(
                Map.of(CloudEvents.TYPE, "ordering.PlaceOrder.v1".getBytes(StandardCharsets.UTF_8)),
                ("{\"lines\":" + deep).getBytes(StandardCharsets.UTF_8));
    }

    private static void endsWell(Map<String, byte[]> headers, byte[] value) {
        List<Message<?>> read = new ArrayList<>();
        assertThatCode(() -> {
                    try {
                        read.addAll(MessageCodec.read(headers::get, value));
                    } catch (UnreadableMessage refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                })
                .as(() -> new String(value, StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
        // Who reads relies on what is not @Nullable, so writing it again must need no luck.
        assertThat(read)
                .allSatisfy(
                        message -> assertThat(MessageCodec.payload(message.type(), MessageCodec.data(message.data())))
                                .isEqualTo(message.data()));
    }

    private void deform(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object
            when !object.isEmpty() -> {
                List<String> names = List.copyOf(object.propertyNames());
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.putRawValue(name, new tools.jackson.databind.util.RawValue(strange()));
                }
            }
            case ArrayNode array
            when !array.isEmpty() ->
                array.setRawValue(random.nextInt(array.size()), new tools.jackson.databind.util.RawValue(strange()));
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.values().forEach(child -> collect(child, containers));
        }
    }

    private Map<String, byte[]> damaged(Map<String, byte[]> headers) {
        Map<String, byte[]> damaged = new HashMap<>(headers);
        List<String> names = List.copyOf(damaged.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
            case 0 -> damaged.remove(name);
            case 1 -> damaged.put(name, new byte[] {(byte) random.nextInt()});
            default -> {}
        }
        return damaged;
    }

    private int cut(int length) {
        return random.nextInt(4) == 0 ? random.nextInt(length) : length;
    }

    private String strange() {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private Payload any() {
        List<Payload> payloads = Samples.payloads();
        return payloads.get(random.nextInt(payloads.size()));
    }

    private void seed(RepetitionInfo repetition) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(repetition.getCurrentRepetition());
    }
}
