package dev.sluice.projector;

import static java.util.Objects.requireNonNull;

import dev.sluice.projector.log.Formats;
import dev.sluice.projector.log.View;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.run.StreamsProperties;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.WireNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.springframework.boot.context.properties.bind.Binder;

/** A topology on a bench, with the settings that it runs with, fed the way the edge and Debezium feed it. */
public final class TestBench implements AutoCloseable {
    public static final String VIEW = "view";
    public static final String REJECTS = "rejects";

    private final Rejects rejects = new Rejects(REJECTS);
    private final TopologyTestDriver driver;

    public TestBench(Topology topology, Path directory) {
        ProjectorSettings defaults = new Binder().bindOrCreate("sluice", ProjectorSettings.class);
        StreamsProperties properties = new StreamsProperties(defaults, new StateDirectory(directory), rejects);
        driver = new TopologyTestDriver(topology, properties.of(View.first(Projection.ORDER_STATUS)));
    }

    /** A row of an event store. */
    public void fact(String topic, String key, long sequence, Payload fact) {
        Headers headers = type(fact).add(CloudEvents.SEQUENCE, utf8(Long.toString(sequence)));
        send(topic, key, headers, MessageCodec.data(fact));
    }

    /** A command as the edge sends it. */
    public void command(String topic, String key, Payload command) {
        send(topic, key, type(command), MessageCodec.data(command));
    }

    /** Messages of a context, packed. */
    public void packed(String topic, List<? extends Payload> payloads) {
        String pack = payloads.stream()
                .map(payload -> new Message<>("id", "/context/1", "subject", Instant.EPOCH, null, payload))
                .map(message -> new String(MessageCodec.element(message), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "[", "]"));
        send(topic, "any", new RecordHeaders(), utf8(pack));
    }

    /** A row of a captured table. */
    public void row(String topic, String key, Object row) {
        send(topic, key, new RecordHeaders(), Json.MAPPER.writeValueAsBytes(row));
    }

    public void send(String topic, String key, Headers headers, byte[] value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
    }

    /** What has been written to the view since the last look, oldest first. */
    public <T> List<KeyValue<String, T>> written(Class<T> type) {
        return new ArrayList<>(driver.createOutputTopic(
                        VIEW, new StringDeserializer(), Formats.json(type).deserializer())
                .readKeyValuesToList());
    }

    /** The latest document of each id that has been written since the last look. */
    public <T> Map<String, T> documents(Class<T> type) {
        Map<String, T> latest = new LinkedHashMap<>();
        written(type).forEach(document -> latest.put(document.key, document.value));
        return latest;
    }

    /** The latest document of an id, which must have been written since the last look. */
    public <T> T document(String id, Class<T> type) {
        return requireNonNull(documents(type).get(id));
    }

    public List<TestRecord<byte[], byte[]>> rejected() {
        return driver.createOutputTopic(REJECTS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public static RecordHeaders type(Payload payload) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEvents.TYPE, utf8(WireNames.of(payload.getClass())));
        return headers;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }
}
