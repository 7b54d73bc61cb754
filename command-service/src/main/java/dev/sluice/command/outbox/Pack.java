package dev.sluice.command.outbox;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** Messages for one partition of one topic: a JSON array of structured CloudEvents. */
final class Pack {

    private static final int FULL = 200_000;

    private final String topic;
    private final int partition;
    private final Message<?> first;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    private final JsonGenerator json = Json.MAPPER.createGenerator(bytes);

    Pack(String topic, int partition, Message<?> first) {
        this.topic = topic;
        this.partition = partition;
        this.first = first;
        json.writeStartArray();
    }

    void add(Message<?> message) {
        MessageCodec.write(message, json);
    }

    boolean isFull() {
        return bytes.size() + json.streamWriteOutputBuffered() > FULL;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    /** A message is in one pack only, so its id names the pack. */
    String id() {
        return first.source() + "/" + first.id();
    }

    String key() {
        return first.subject();
    }

    /** Ends it: nothing can be added any more. As text, since the driver would send bytes in hexadecimal. */
    String payload() {
        json.writeEndArray();
        json.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
