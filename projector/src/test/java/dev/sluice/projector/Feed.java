package dev.sluice.projector;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes into real topics what the edge and Debezium write there. */
public final class Feed implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = Servers.producer();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public void fact(String topic, String key, long sequence, Payload fact) {
        Headers headers = TestBench.type(fact).add(CloudEvents.SEQUENCE, TestBench.utf8(Long.toString(sequence)));
        send(topic, key, headers, MessageCodec.data(fact));
    }

    public void command(String topic, String key, Payload command) {
        send(topic, key, TestBench.type(command), MessageCodec.data(command));
    }

    public void row(String topic, String key, Object row) {
        send(topic, key, new RecordHeaders(), Json.MAPPER.writeValueAsBytes(row));
    }

    public void send(String topic, String key, Headers headers, byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(topic, null, key, value, headers)));
    }

    private static void check(Future<RecordMetadata> record) {
        try {
            record.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a record is lost", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Throws if the broker has not got all: a test would otherwise wait in vain for what was never there. */
    @Override
    public void close() {
        producer.close();
        sent.forEach(Feed::check);
    }
}
