package dev.sluice.schemas.wire;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads {@link Message}s in the two CloudEvents modes that Sluice uses. */
public final class MessageCodec {

    private MessageCodec() {}

    /** The headers of a message in binary mode; the value is {@link #data}. */
    public static Map<String, byte[]> headers(Message<?> message) {
        var headers = new java.util.LinkedHashMap<String, byte[]>();
        headers.put(CloudEvents.SPEC_VERSION, utf8(CloudEvents.VERSION));
        headers.put(CloudEvents.ID, utf8(message.id()));
        headers.put(CloudEvents.SOURCE, utf8(message.source()));
        headers.put(CloudEvents.TYPE, utf8(message.type()));
        headers.put(CloudEvents.SUBJECT, utf8(message.subject()));
        headers.put(CloudEvents.TIME, utf8(message.time().toString()));
        headers.put(CloudEvents.CONTENT_TYPE, utf8(CloudEvents.JSON));
        if (message.traceparent() != null) {
            headers.put(CloudEvents.TRACEPARENT, utf8(message.traceparent()));
        }
        return headers;
    }

    /** The payload alone, as JSON in UTF-8. */
    public static byte[] data(Payload payload) {
        return Json.MAPPER.writeValueAsBytes(payload);
    }

    /** One message as a structured CloudEvent, an element of a batch. */
    public static byte[] element(Message<?> message) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            write(message, json);
        }
        return bytes.toByteArray();
    }

    /** The same, without a copy of it in between. */
    public static void write(Message<?> message, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("specversion", CloudEvents.VERSION);
        json.writeStringProperty("id", message.id());
        json.writeStringProperty("source", message.source());
        json.writeStringProperty("type", message.type());
        json.writeStringProperty("subject", message.subject());
        json.writeStringProperty("time", message.time().toString());
        if (message.traceparent() != null) {
            json.writeStringProperty("traceparent", message.traceparent());
        }
        json.writePOJOProperty("data", message.data());
        json.writeEndObject();
    }

    /**
     * All messages of one record, in order: one in binary mode, any number in batch mode (the value is a JSON array).
     *
     * @param header looks up a header's value, null where the record has none
     * @throws UnreadableMessage where anything is missing, malformed or of an unknown type
     */
    public static List<Message<?>> read(Function<String, byte @Nullable []> header, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableMessage("record without a value");
        }
        if (value.length > 0 && value[0] == '[') {
            return batch(value);
        }
        String type = text(header, CloudEvents.TYPE);
        return List.of(new Message<>(
                text(header, CloudEvents.ID),
                text(header, CloudEvents.SOURCE),
                text(header, CloudEvents.SUBJECT),
                time(text(header, CloudEvents.TIME)),
                optionalText(header, CloudEvents.TRACEPARENT),
                payload(type, value)));
    }

    /** A payload of the named type. Throws {@link UnreadableMessage}. */
    public static Payload payload(String type, byte[] json) {
        try {
            return Upcasts.ALL.read(type, json);
        } catch (JacksonException e) {
            throw new UnreadableMessage(type + ": " + e.getOriginalMessage(), e);
        }
    }

    private static List<Message<?>> batch(byte[] value) {
        try (JsonParser json = Json.MAPPER.createParser(value)) {
            List<Message<?>> messages = new ArrayList<>();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                messages.add(Element.read(json));
            }
            if (json.nextToken() != null) {
                throw new UnreadableMessage("batch: more than one array");
            }
            return messages;
        } catch (JacksonException e) {
            throw new UnreadableMessage("batch: " + e.getOriginalMessage(), e);
        }
    }

    static Payload present(String type, @Nullable Payload payload) {
        if (payload == null) {
            throw new UnreadableMessage(type + " without data");
        }
        return payload;
    }

    static Class<? extends Payload> classOf(String type) {
        Class<? extends Payload> known = Upcasts.ALL.classOf(type);
        if (known == null) {
            throw new UnreadableMessage("unknown type " + type);
        }
        return known;
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableMessage("time " + text + " is not RFC 3339", e);
        }
    }

    private static String text(Function<String, byte @Nullable []> header, String name) {
        return Objects.requireNonNullElseGet(optionalText(header, name), () -> {
            throw new UnreadableMessage("record without the header " + name);
        });
    }

    private static @Nullable String optionalText(Function<String, byte @Nullable []> header, String name) {
        byte[] value = header.apply(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
