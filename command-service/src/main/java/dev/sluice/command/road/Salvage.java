package dev.sluice.command.road;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.wire.CloudEvents;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a structured CloudEvent of a record that is none to us, so that nothing of it is lost: another version may know it. */
final class Salvage {

    private static final Map<String, String> ATTRIBUTES = attributes();

    private Salvage() {}

    private static Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(CloudEvents.SPEC_VERSION, "specversion");
        attributes.put(CloudEvents.ID, "id");
        attributes.put(CloudEvents.SOURCE, "source");
        attributes.put(CloudEvents.TYPE, "type");
        attributes.put(CloudEvents.SUBJECT, "subject");
        attributes.put(CloudEvents.TIME, "time");
        attributes.put(CloudEvents.TRACEPARENT, "traceparent");
        return attributes;
    }

    static String of(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        ATTRIBUTES.forEach((header, attribute) -> {
            String value = RecordReader.text(RecordReader.header(record, header));
            if (!value.isEmpty()) {
                event.put(attribute, value);
            }
        });
        if (record.value() != null) {
            put(event, record.value());
        }
        return event.toString();
    }

    private static void put(ObjectNode event, byte[] value) {
        String text = decoded(value);
        if (text == null) {
            event.put("data_base64", value);
            return;
        }
        JsonNode json = parsed(text);
        if (json == null) {
            event.put("data", text);
        } else {
            event.set("data", json);
        }
    }

    /** Null where it is not UTF-8. */
    private static @Nullable String decoded(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException _) {
            return null;
        }
    }
}
