package dev.sluice.command.store;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.WireNames;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** Facts are stored under their wire names and in the dialect in which they travel, never as Java classes. */
final class WireNameSerializer extends Jackson3Serializer {

    WireNameSerializer() {
        super(builder());
    }

    @Override
    protected ObjectWriter getWriter() {
        return Json.MAPPER.writer();
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return Payload.class.isAssignableFrom(type) ? Json.MAPPER.readerFor(type) : super.getReader(type);
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return type != null && Payload.class.isAssignableFrom(type)
                ? new SimpleSerializedType(WireNames.of(type), null)
                : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> payload = WireNames.classOf(type.getName());
        return payload == null ? super.classForType(type) : payload;
    }
}
