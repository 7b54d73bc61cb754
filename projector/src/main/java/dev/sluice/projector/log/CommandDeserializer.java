package dev.sluice.projector.log;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.WireNames;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Picks one type of command that travels in binary mode out of a command topic. Everything else there, packs of other
 * contexts' messages above all, becomes null by its header alone: most of the traffic is not worth parsing.
 */
final class CommandDeserializer<T extends Payload> implements Deserializer<T> {
    private final Class<T> type;
    private final String wireName;

    CommandDeserializer(Class<T> type) {
        this.type = type;
        this.wireName = WireNames.of(type);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte[] value) {
        return wireName.equals(HeaderText.optional(headers, CloudEvents.TYPE)) ? deserialize(topic, value) : null;
    }

    @Override
    public T deserialize(String topic, byte[] value) {
        return type.cast(MessageCodec.payload(wireName, value));
    }
}
