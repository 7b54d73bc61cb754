package dev.sluice.command.road;

import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Incoming.Unworkable;
import dev.sluice.command.turn.Position;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes records apart into messages, each at its place. What is no message stays one at its place, too. */
final class RecordReader {

    private RecordReader() {}

    static List<Incoming> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return List.of(unworkable(record, "a record without a value"));
        }
        try {
            return legible(record, MessageCodec.read(name -> header(record, name), record.value()));
        } catch (UnreadableMessage e) {
            return record.value().length > 0 && record.value()[0] == '['
                    ? oneByOne(record, e)
                    : List.of(unworkable(record, String.valueOf(e.getMessage())));
        }
    }

    private static List<Incoming> legible(ConsumerRecord<byte[], byte[]> record, List<Message<?>> messages) {
        List<Incoming> inputs = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            inputs.add(new Legible(
                    record.partition(), at(record, i), behind(record, i, messages.size()), messages.get(i)));
        }
        return inputs;
    }

    /** One bad message of a pack is no reason to set its neighbours aside. */
    private static List<Incoming> oneByOne(ConsumerRecord<byte[], byte[]> record, UnreadableMessage whole) {
        List<JsonNode> elements = elements(record.value());
        if (elements.isEmpty()) {
            return List.of(unworkable(record, String.valueOf(whole.getMessage())));
        }
        List<Incoming> inputs = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            inputs.add(element(record, i, elements.size(), elements.get(i)));
        }
        return inputs;
    }

    private static Incoming element(ConsumerRecord<byte[], byte[]> record, int index, int size, JsonNode element) {
        Position position = at(record, index);
        Position next = behind(record, index, size);
        try {
            byte[] pack = ("[" + element + "]").getBytes(StandardCharsets.UTF_8);
            Message<?> message = MessageCodec.read(_ -> null, pack).getFirst();
            return new Legible(record.partition(), position, next, message);
        } catch (UnreadableMessage e) {
            String key = element.path("subject").asString(text(record.key()));
            return new Unworkable(
                    record.partition(), position, next, key, element.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static List<JsonNode> elements(byte[] pack) {
        try {
            return List.copyOf(Json.MAPPER.readTree(pack).values());
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Unworkable unworkable(ConsumerRecord<byte[], byte[]> record, String reason) {
        byte[] subject = header(record, CloudEvents.SUBJECT);
        String key = text(subject == null ? record.key() : subject);
        return new Unworkable(record.partition(), at(record, 0), behind(record, 0, 1), key, Salvage.of(record), reason);
    }

    private static Position at(ConsumerRecord<byte[], byte[]> record, int index) {
        return new Position(record.offset(), index);
    }

    private static Position behind(ConsumerRecord<byte[], byte[]> record, int index, int size) {
        return index + 1 < size ? at(record, index + 1) : new Position(record.offset() + 1, 0);
    }

    static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
