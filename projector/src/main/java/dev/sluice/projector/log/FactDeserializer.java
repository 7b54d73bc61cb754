package dev.sluice.projector.log;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.MessageCodec;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads a row of an event store: type and sequence number are headers, the value is the fact alone. */
final class FactDeserializer<T extends Payload> implements Deserializer<Fact<T>> {
    private final Class<T> kind;

    FactDeserializer(Class<T> kind) {
        this.kind = kind;
    }

    @Override
    public Fact<T> deserialize(String topic, Headers headers, byte[] value) {
        Payload payload = MessageCodec.payload(HeaderText.required(headers, CloudEvents.TYPE), value);
        if (!kind.isInstance(payload)) {
            throw new SerializationException(payload.getClass().getSimpleName() + " is no " + kind.getSimpleName());
        }
        return new Fact<>(sequence(headers), kind.cast(payload));
    }

    @Override
    public Fact<T> deserialize(String topic, byte[] value) {
        throw new SerializationException("a fact is nothing without its headers");
    }

    private static long sequence(Headers headers) {
        String text = HeaderText.required(headers, CloudEvents.SEQUENCE);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SerializationException("header " + CloudEvents.SEQUENCE + " is no number: " + text, e);
        }
    }
}
