package dev.sluice.projector.log;

import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads all messages of a record, one in binary mode or a pack of them. */
final class PackDeserializer implements Deserializer<List<Message<?>>> {

    @Override
    public List<Message<?>> deserialize(String topic, Headers headers, byte[] value) {
        return MessageCodec.read(
                name -> {
                    Header header = headers.lastHeader(name);
                    return header == null ? null : header.value();
                },
                value);
    }

    @Override
    public List<Message<?>> deserialize(String topic, byte[] value) {
        throw new SerializationException("a message is nothing without its headers");
    }
}
