package dev.sluice.command.outbox;

import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.io.ByteArrayOutputStream;

/** Messages for one partition of one topic: a JSON array of structured CloudEvents. */
final class Pack {

    private static final int FULL = 200_000;

    private final String topic;
    private final int partition;
    private final Message<?> first;
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream(2048);

    Pack(String topic, int partition, Message<?> first) {
        this.topic = topic;
        this.partition = partition;
        this.first = first;
    }

    void add(Message<?> message) {
        elements.write(elements.size() == 0 ? '[' : ',');
        elements.writeBytes(MessageCodec.element(message));
    }

    boolean isFull() {
        return elements.size() > FULL;
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

    byte[] payload() {
        ByteArrayOutputStream pack = new ByteArrayOutputStream(elements.size() + 1);
        pack.writeBytes(elements.toByteArray());
        pack.write(']');
        return pack.toByteArray();
    }
}
