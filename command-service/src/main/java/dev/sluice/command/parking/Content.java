package dev.sluice.command.parking;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What is kept of a parked message: a structured CloudEvent, whole or with holes, or whatever else was sent. */
final class Content {

    /** In characters. Longer data is shown by its beginning, so that facts and views stay small. */
    static final int LONGEST_DATA = 100_000;

    private Content() {}

    /** Throws {@link UnreadableMessage} or IllegalArgumentException, and says why it is no message of this version. */
    static Message<?> message(String content) {
        List<Message<?>> messages =
                MessageCodec.read(_ -> null, ("[" + content + "]").getBytes(StandardCharsets.UTF_8));
        if (messages.size() != 1) {
            throw new IllegalArgumentException("not one message, but " + messages.size());
        }
        return messages.getFirst();
    }

    /** For those who look at it. Never fails, since whatever was sent must be shown. */
    static ParkedMessage shown(String content) {
        if (!(parsed(content) instanceof ObjectNode event)) {
            return new ParkedMessage(null, null, null, null, null, beginning(content), isLong(content));
        }
        String data = data(event);
        return new ParkedMessage(
                attribute(event, "id"),
                attribute(event, "source"),
                attribute(event, "type"),
                attribute(event, "time"),
                attribute(event, "traceparent"),
                data == null ? null : beginning(data),
                data != null && isLong(data));
    }

    private static @Nullable String data(ObjectNode event) {
        JsonNode data = event.has("data") ? event.get("data") : event.get("data_base64");
        return data == null ? null : data.isString() ? data.asString() : data.toString();
    }

    private static boolean isLong(String data) {
        return data.length() > LONGEST_DATA;
    }

    private static String beginning(String text) {
        return writable(isLong(text) ? text.substring(0, LONGEST_DATA) : text);
    }

    /** Half a character must not keep the fact from being written, and so the message from being parked. */
    private static String writable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static @Nullable String attribute(ObjectNode event, String name) {
        JsonNode value = event.get(name);
        return value == null ? null : writable(value.asString(""));
    }

    /**
     * The same message with another payload; what it lacks as a CloudEvent is made up for.
     *
     * @param id where it has none
     * @param source where it has none
     * @param subject where it has none
     * @param now where it has no time
     */
    static String edited(String content, String data, String id, String source, String subject, Instant now) {
        ObjectNode event = parsed(content) instanceof ObjectNode object ? object : Json.MAPPER.createObjectNode();
        putIfAbsent(event, "specversion", CloudEvents.VERSION);
        putIfAbsent(event, "id", id);
        putIfAbsent(event, "source", source);
        putIfAbsent(event, "subject", subject);
        putIfAbsent(event, "time", now.toString());
        event.remove("data_base64");
        event.set("data", parsed(data));
        return event.toString();
    }

    private static void putIfAbsent(ObjectNode event, String name, String value) {
        if (!event.path(name).isString()) {
            event.put(name, value);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException _) {
            return StringNode.valueOf(text);
        }
    }
}
