package dev.sluice.load.bench;

import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts commands where the edge would, so that the write side is measured alone. */
public final class CommandLog implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public CommandLog(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Finds out where the topic is kept, which the first command would otherwise wait for. */
    public void open(String topic) {
        producer.partitionsFor(topic);
    }

    public void send(String topic, Message<? extends Payload> message) {
        ProducerRecord<byte[], byte[]> entry = entry(topic, message.subject(), MessageCodec.data(message.data()));
        MessageCodec.headers(message).forEach((name, value) -> entry.headers().add(name, value));
        send(entry);
    }

    /** What is no message. */
    public void send(String topic, String key, byte[] document) {
        send(entry(topic, key, document));
    }

    private static ProducerRecord<byte[], byte[]> entry(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private void send(ProducerRecord<byte[], byte[]> entry) {
        var _ = producer.send(entry, (_, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Waits until all of it is acknowledged. Throws OperatorMistake where some is not. */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new OperatorMistake("Kafka does not take commands: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
