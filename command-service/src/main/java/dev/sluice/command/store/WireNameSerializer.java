package dev.sluice.command.store;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.Upcasts;
import dev.sluice.schemas.wire.WireNames;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** Facts are stored under their wire names and in the dialect in which they travel, never as Java classes. */
final class WireNameSerializer extends Jackson3Serializer {

    private final Upcasts upcasts;

    WireNameSerializer() {
        this(Upcasts.ALL);
    }

    WireNameSerializer(Upcasts upcasts) {
        super(builder());
        this.upcasts = upcasts;
    }

    /** What lies there under an old name is made what it would be today. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        String type = stored.getType().getName();
        if (!upcasts.isOld(type)) {
            return super.deserialize(stored);
        }
        byte[] json = getConverter().convert(stored, byte[].class).getData();
        @SuppressWarnings("unchecked") // T is what the type's name says
        T read = (T) upcasts.read(type, json);
        return read;
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
        Class<?> payload = upcasts.classOf(type.getName());
        return payload == null ? super.classForType(type) : payload;
    }
}
