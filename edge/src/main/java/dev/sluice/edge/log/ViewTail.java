package dev.sluice.edge.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the view topics from their end, all partitions of them, in no group: every edge sees every view. A consumer that
 * fails is replaced by a new one at the end, and the listeners are told that they may have missed something.
 */
public final class ViewTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ViewTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> configuration;
    private final Map<String, ViewListener> listeners;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;
    private volatile boolean following;

    /** @param listeners by view topic */
    public ViewTail(String bootstrap, Map<String, ViewListener> listeners) {
        this.listeners = Map.copyOf(listeners);
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "edge-views",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500L);
    }

    /** Whether it stands at the end of all partitions, and sees what comes. */
    public boolean following() {
        return following;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("edge-views").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            while (running) {
                attempt();
                following = false;
                var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            LOG.debug("Interrupted, so nobody wants the views any more");
        }
    }

    private void attempt() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            open = consumer;
            follow(consumer);
        } catch (WakeupException _) {
            LOG.debug("Woken up to stop");
        } catch (KafkaException e) {
            LOG.warn("Following the views again from their end: {}", e.getMessage());
        } finally {
            open = null;
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        following = true;
        LOG.info("Following {} view partitions", partitions.size());
        listeners.values().forEach(ViewListener::missed);
        while (running) {
            poll(consumer);
        }
    }

    private void poll(Consumer<String, byte[]> consumer) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                ViewListener listener = listeners.get(record.topic());
                if (listener != null && record.key() != null) {
                    listener.seen(record.key(), record.offset(), record.value());
                }
            }
        } catch (InvalidOffsetException e) {
            consumer.seekToEnd(e.partitions());
            listeners.values().forEach(ViewListener::missed);
        }
    }

    /** Empty while a topic is not there yet. */
    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : listeners.keySet()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
            if (found == null || found.isEmpty()) {
                return List.of();
            }
            found.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
        }
        return all;
    }
}
