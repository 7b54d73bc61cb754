package dev.sluice.schemas.wire;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A structured CloudEvent as far as it has been read, attribute by attribute. */
final class Element {
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String traceparent;
    private @Nullable Payload data;

    /** Where the data comes before its type, which only others write. */
    private @Nullable JsonNode early;

    private Element() {}

    /** @param json at the element's first token, and at its last afterwards; throws {@link UnreadableMessage} */
    static Message<?> read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableMessage("batch element that is no object");
        }
        Element element = new Element();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            element.read(name, json);
        }
        return element.message();
    }

    private void read(String name, JsonParser json) {
        switch (name) {
            case "id" -> id = text(name, json);
            case "source" -> source = text(name, json);
            case "type" -> type = text(name, json);
            case "subject" -> subject = text(name, json);
            case "time" -> time = text(name, json);
            case "traceparent" -> traceparent = json.currentToken() == JsonToken.VALUE_NULL ? null : text(name, json);
            case "data" -> readData(json);
            default -> json.skipChildren();
        }
    }

    private void readData(JsonParser json) {
        if (type == null || Upcasts.ALL.isOld(type)) {
            early = json.readValueAsTree();
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            data = json.readValueAs(MessageCodec.classOf(type));
        }
    }

    private Message<?> message() {
        String known = required("type", type);
        if (early != null) {
            JsonNode today = early instanceof ObjectNode object ? Upcasts.ALL.changed(known, object) : early;
            data = Json.MAPPER.treeToValue(today, MessageCodec.classOf(known));
        }
        return new Message<>(
                required("id", id),
                required("source", source),
                required("subject", subject),
                MessageCodec.time(required("time", time)),
                traceparent,
                MessageCodec.present(known, data));
    }

    private static String text(String name, JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnreadableMessage("batch element whose " + name + " is no text");
        }
        return json.getString();
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new UnreadableMessage("batch element without the attribute " + name);
        }
        return value;
    }
}
