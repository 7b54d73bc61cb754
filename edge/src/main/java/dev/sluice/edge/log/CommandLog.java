package dev.sluice.edge.log;

import dev.sluice.edge.settings.CannotStart;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The topics that the edge writes to. A command is accepted once all in-sync replicas have it, and not before. */
public final class CommandLog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);
    private static final List<String> TOPICS = List.of(
            Topics.COMMANDS_ORDERING,
            Topics.COMMANDS_STOCK,
            Topics.COMMANDS_PAYMENT,
            Topics.COMMANDS_PROMOTION,
            Topics.COMMANDS_CATALOG,
            Topics.COMMANDS_CUSTOMER,
            Topics.CONTROL,
            Topics.AUDIT);
    private static final Duration CLOSE_TIME = Duration.ofSeconds(2);

    private final Map<String, Object> configuration;
    private final LoopInbox inbox = new LoopInbox();
    private volatile @Nullable Producer<String, byte[]> producer;
    private volatile boolean ready;

    public CommandLog(String bootstrap, Duration linger, Duration deliveryTime) {
        this.configuration = ProducerSettings.of(bootstrap, linger, deliveryTime);
    }

    /**
     * Appends, and completes on the loop once the broker has acknowledged. Never blocks: where the buffer is full or the
     * broker unknown, it fails at once. A failure leaves open whether the record will be read.
     *
     * @param partition null for that of the message's subject
     */
    public CompletableFuture<Void> append(
            String topic, @Nullable Integer partition, Message<?> message, EventLoop loop) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, partition, message.subject(), MessageCodec.data(message.data()));
        MessageCodec.headers(message).forEach(record.headers()::add);
        return send(record, loop);
    }

    /**
     * The same for a record of the control or the audit topic, which is no message.
     *
     * @param partition null for that of the key
     */
    public CompletableFuture<Void> append(
            String topic, @Nullable Integer partition, String key, byte[] document, EventLoop loop) {
        return send(new ProducerRecord<>(topic, partition, key, document), loop);
    }

    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> record, EventLoop loop) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Producer<String, byte[]> open = producer;
        if (open == null) {
            return CompletableFuture.failedFuture(new LogAway("not started"));
        }
        try {
            var _ = open.send(record, (_, failure) -> inbox.put(loop, () -> settle(acknowledged, failure)));
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(new LogAway(e.getMessage()));
        }
        return acknowledged;
    }

    /** Whether the brokers are known. */
    public boolean ready() {
        return ready;
    }

    @Override
    public void start() {
        producer = connect();
        Thread.ofVirtual().name("edge-topics").start(this::meetBrokers);
    }

    private Producer<String, byte[]> connect() {
        try {
            return new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new CannotStart(
                    "Kafka's address cannot be used: " + reason.getMessage(), "Mend SLUICE_KAFKA_BOOTSTRAP.", e);
        }
    }

    /** Each try asks for the topics without waiting; the first send would find none otherwise. */
    private void meetBrokers() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            return;
        }
        for (String topic : TOPICS) {
            if (!known(open, topic)) {
                CompletableFuture.delayedExecutor(100, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .execute(this::meetBrokers);
                return;
            }
        }
        ready = true;
        LOG.info("Kafka knows all topics that the edge writes to");
    }

    private static boolean known(Producer<String, byte[]> open, String topic) {
        try {
            return !open.partitionsFor(topic).isEmpty();
        } catch (KafkaException | IllegalStateException _) {
            return false;
        }
    }

    private static void settle(CompletableFuture<Void> acknowledged, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged.complete(null);
        } else {
            acknowledged.completeExceptionally(new LogAway(failure.getMessage()));
        }
    }

    @Override
    public void stop() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(CLOSE_TIME);
        }
    }

    @Override
    public boolean isRunning() {
        return producer != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
