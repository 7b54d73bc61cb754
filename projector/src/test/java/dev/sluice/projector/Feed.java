package dev.sluice.projector;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.MessageCodec;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes into real topics what the edge and Debezium write there. */
public final class Feed implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = Servers.producer();

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
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, null, key, value, headers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
