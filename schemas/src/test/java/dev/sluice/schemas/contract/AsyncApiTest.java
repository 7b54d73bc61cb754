package dev.sluice.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.Samples;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.topic.Topic;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.WireNames;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {
    private static final String FILE = "asyncapi.yaml";
    private static final String BATCH = "Pack";

    private final JsonNode document = Contract.document(FILE);
    private final Map<String, JsonNode> channels = document.get("channels").values().stream()
            .collect(Collectors.toMap(channel -> channel.get("address").asString(), channel -> channel));

    @Test
    void refersToWhatThereIs() {
        assertThat(document.get("asyncapi").asString()).startsWith("3.0.");
        assertThat(References.broken(FILE)).isEmpty();
    }

    @Test
    void hasTheTopicsOfTheCatalogueAndNoOthers() {
        assertThat(channels.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(document.get("operations").values().stream()
                        .map(operation -> References.followed(document, operation.get("channel"))))
                .containsExactlyInAnyOrderElementsOf(channels.values());
    }

    static List<Topic> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void saysOfEachTopicWhatTheCatalogueSays(Topic topic) {
        JsonNode channel = channels.get(topic.name());
        JsonNode kafka = channel.at("/bindings/kafka");

        assertThat(kafka.get("topic").asString()).isEqualTo(topic.name());
        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.get("x-key").asString()).isEqualTo(topic.key());
        Map<String, String> configuration = new TreeMap<>();
        kafka.get("topicConfiguration")
                .properties()
                .forEach(entry -> configuration.put(entry.getKey(), text(entry.getValue())));
        assertThat(configuration).isEqualTo(topic.configuration());
    }

    @Test
    void hasAMessageForEachWireNameAndNoOtherWireNames() {
        Set<String> named = messages().stream()
                .map(entry -> entry.getValue().get("name").asString())
                .filter(name -> name.contains("."))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(WireNames.all());
        messages()
                .forEach(entry ->
                        assertThat(entry.getValue().get("name").asString()).isEqualTo(entry.getKey()));
    }

    @Test
    void givesEachMessageTheSchemaOfItsRecord() {
        for (String name : WireNames.all()) {
            assertThat(payload(name)).isEqualTo(GeneratedSchemas.message(name));
        }
        for (Projection projection : Projection.values()) {
            JsonNode channel = channels.get(projection.topic(Projection.FIRST_GENERATION));
            assertThat(names(channel).stream().map(this::payload)).containsExactly(GeneratedSchemas.view(projection));
        }
    }

    @Test
    void sendsEachMessageOverSomeTopic() {
        Set<String> sent = new HashSet<>();
        channels.values().forEach(channel -> sent.addAll(names(channel)));
        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(
                        document.at("/components/messages").propertyNames());
    }

    @Test
    void keepsEventsTopicsToTheFactsOfTheirContext() {
        channels.forEach((address, channel) -> {
            if (address.startsWith("events.")) {
                String context = address.substring("events.".length()) + ".";
                assertThat(names(channel)).isNotEmpty().allMatch(name -> name.startsWith(context));
            }
        });
    }

    static List<Payload> payloads() {
        return Samples.payloads();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void describesBothModesThatTheCodecWrites(Payload payload) {
        Message<?> message = new Message<>("0195-message", "/edge", "0195-order", Samples.NOON, "00-trace-01", payload);
        Map<String, String> headers = new TreeMap<>();
        MessageCodec.headers(message)
                .forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));

        JsonNode event = Json.MAPPER.readTree(MessageCodec.element(message));
        assertThat(Contract.flaws(
                        FILE + "#/components/messageTraits/cloudEvent/headers", Json.MAPPER.valueToTree(headers)))
                .isEmpty();
        assertThat(Contract.flaws(FILE + "#/components/schemas/CloudEvent", event))
                .isEmpty();
        assertThat(Contract.flaws(
                        FILE + "#/components/messages/" + BATCH + "/payload",
                        Json.MAPPER.createArrayNode().add(event).add(event)))
                .isEmpty();
    }

    private Collection<Map.Entry<String, JsonNode>> messages() {
        return document.at("/components/messages").properties();
    }

    private String payload(String message) {
        return document.at("/components/messages")
                .get(message)
                .at("/payload/$ref")
                .asString();
    }

    private static Collection<String> names(JsonNode channel) {
        return channel.get("messages").propertyNames();
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(
                        ",", value.values().stream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
