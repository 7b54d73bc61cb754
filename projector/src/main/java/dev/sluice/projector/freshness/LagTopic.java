package dev.sluice.projector.freshness;

import dev.sluice.projector.health.Condition;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.ViewLag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all readers by a topic. What does not get through is out of date by the next time, so nothing is done about it. */
public final class LagTopic implements Consumer<ViewLag>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LagTopic.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    public LagTopic(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    public synchronized void accept(ViewLag lag) {
        try {
            if (producer == null) {
                producer = producers.get();
            }
            byte[] key = (lag.projection() + "/" + lag.store()).getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(Topics.FRESHNESS, key, Json.MAPPER.writeValueAsBytes(lag)));
        } catch (KafkaException e) {
            log.debug("cannot tell how far behind {} is: {}", lag.projection(), Condition.reason(e));
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
