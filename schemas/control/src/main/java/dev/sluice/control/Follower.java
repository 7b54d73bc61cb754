package dev.sluice.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads two topics, all partitions of them, in no group, so that every process sees every record: one from its beginning, of
 * the other what comes from now on. What fails is begun anew after a pause; records come again then.
 */
final class Follower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> configuration;
    private final String whole;
    private final String latest;
    private final Listener listener;
    private final Runnable caughtUp;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> open;

    /** Hears of every record, on the follower's thread. */
    @FunctionalInterface
    interface Listener {
        void record(ConsumerRecord<String, byte[]> record);
    }

    /**
     * @param whole read from its beginning
     * @param latest read from its end
     * @param caughtUp told when all of the one was read
     */
    Follower(String bootstrap, String whole, String latest, Listener listener, Runnable caughtUp) {
        this.whole = whole;
        this.latest = latest;
        this.listener = listener;
        this.caughtUp = caughtUp;
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "control",
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

    void start() {
        Thread.ofPlatform().name("control").daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            log.debug("Interrupted, so nobody wants to know any more");
        }
    }

    private void attempt() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            open = consumer;
            follow(consumer);
        } catch (WakeupException _) {
            log.debug("Woken up to stop");
        } catch (RuntimeException e) {
            log.warn("Following {} and {} anew: {}", whole, latest, e.getMessage());
        } finally {
            open = null;
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer, whole);
        List<TopicPartition> news = partitions(consumer, latest);
        if (all.isEmpty() || news.isEmpty()) {
            return;
        }
        consumer.assign(Stream.concat(all.stream(), news.stream()).toList());
        consumer.seekToBeginning(all);
        consumer.seekToEnd(news);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        boolean reading = true;
        while (stop.getCount() > 0) {
            if (reading
                    && all.stream()
                            .allMatch(partition -> consumer.position(partition, PATIENCE) >= end(ends, partition))) {
                reading = false;
                caughtUp.run();
            }
            poll(consumer);
        }
    }

    private void poll(Consumer<String, byte[]> consumer) {
        try {
            consumer.poll(POLL).forEach(listener::record);
        } catch (InvalidOffsetException e) {
            // Only records of the one topic are ever deleted for their age.
            consumer.seekToEnd(e.partitions());
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Empty while the topic is not there yet. */
    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        return found == null
                ? List.of()
                : found.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
    }

    @Override
    public void close() {
        stop.countDown();
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
