package dev.sluice.projector.log;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.Message;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** What topologies read, keep and write, by its format. Keys are text everywhere. */
public final class Formats {
    public static final Serde<String> KEY = Serdes.String();

    private Formats() {}

    /** Facts of an event store; their topics carry nothing else. */
    public static <T extends Payload> Consumed<String, Fact<T>> facts(Class<T> kind) {
        return consumed(new FactDeserializer<>(kind));
    }

    /** Commands of one type as the edge sends them; null stands for everything else on the topic. */
    public static <T extends Payload> Consumed<String, T> commands(Class<T> type) {
        return consumed(new CommandDeserializer<>(type));
    }

    /** Messages of contexts, packed. */
    public static Consumed<String, List<Message<?>>> packs() {
        return consumed(new PackDeserializer());
    }

    /** Rows of a captured table; null stands for a deleted one. */
    public static <T> Consumed<String, T> rows(Class<T> type) {
        return Consumed.with(KEY, json(type));
    }

    /** The documents of a view. */
    public static <T> Produced<String, T> view(Class<T> type) {
        return Produced.with(KEY, json(type));
    }

    /**
     * A named store. How soon its changes go downstream is for {@link dev.sluice.projector.run.StreamsProperties} to say: with a cache, the
     * last one of a key does with the next commit; without, each does at once.
     */
    public static <T> Materialized<String, T, KeyValueStore<Bytes, byte[]>> store(String name, Class<T> type) {
        return Materialized.<String, T, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(KEY)
                .withValueSerde(remembered(type));
    }

    public static <T> Serde<T> json(Class<T> type) {
        ObjectWriter writer = Json.MAPPER.writerFor(type);
        ObjectReader reader = Json.MAPPER.readerFor(type);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : writer.writeValueAsBytes(value),
                (topic, bytes) -> bytes == null ? null : reader.readValue(bytes));
    }

    /** Of states, which are read again soon after they were written, and are immutable as all records of ours. */
    private static <T> Serde<T> remembered(Class<T> type) {
        Serde<T> json = json(type);
        Memo<T> memo = new Memo<>();
        return Serdes.serdeFrom(
                (topic, value) -> {
                    byte[] bytes = json.serializer().serialize(topic, value);
                    if (bytes != null) {
                        memo.keep(bytes, value);
                    }
                    return bytes;
                },
                (topic, bytes) -> {
                    T known = bytes == null ? null : memo.value(bytes);
                    return known == null ? json.deserializer().deserialize(topic, bytes) : known;
                });
    }

    private static <T> Consumed<String, T> consumed(Deserializer<T> deserializer) {
        return Consumed.with(
                KEY,
                Serdes.serdeFrom(
                        (topic, value) -> {
                            throw new UnsupportedOperationException("only read");
                        },
                        deserializer));
    }
}
