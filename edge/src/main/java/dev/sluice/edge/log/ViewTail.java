package dev.sluice.edge.log;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Follows the topics of the live views, all partitions of them, in no group: every edge sees every view. A consumer that
 * fails is replaced by a new one at the end, and the listeners are told that they may have missed something. So are they when
 * another generation becomes live.
 */
public final class ViewTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ViewTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What came last is read once more: it may not be in Redis yet when those look who missed it. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(10);

    private final Map<String, Object> configuration;
    private final LiveGenerations generations;
    private final Map<Projection, ViewListener> listeners;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;
    private volatile boolean following;
    private volatile boolean changed;
    private volatile Map<String, Live> followed = Map.of();

    public ViewTail(
            String bootstrap,
            LiveGenerations generations,
            Map<Projection, ViewListener> listeners,
            InstantSource clock) {
        this.generations = generations;
        this.listeners = Map.copyOf(listeners);
        this.clock = clock;
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
        generations.onChange(this::look);
        Thread.ofPlatform().name("edge-views").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        wakeUp();
    }

    /** Most of what changes is not which generation is live. */
    private void look() {
        if (!live().equals(followed)) {
            changed = true;
            wakeUp();
        }
    }

    private void wakeUp() {
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
                changed = false;
                attempt();
                // Those who follow others at once are never seen not to follow.
                if (!changed) {
                    following = false;
                    var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
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
            LOG.debug("Woken up, to stop or to follow others");
        } catch (KafkaException e) {
            LOG.warn("Following the views again from their end: {}", e.getMessage());
        } finally {
            open = null;
        }
    }

    /** Until another generation is live, or a failure. */
    private void follow(Consumer<String, byte[]> consumer) {
        Map<String, Live> live = live();
        followed = live;
        List<TopicPartition> partitions = partitions(consumer, live.keySet());
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        seek(consumer, partitions);
        following = true;
        LOG.info("Following {}", live.keySet());
        listeners.values().forEach(ViewListener::missed);
        while (running && live.equals(live())) {
            poll(consumer, live);
        }
    }

    /** By topic; empty while nobody knows. */
    private Map<String, Live> live() {
        Map<String, Live> live = new HashMap<>();
        for (Projection projection : listeners.keySet()) {
            Live now = generations.live(projection);
            if (now == null) {
                return Map.of();
            }
            live.put(now.topic(), now);
        }
        return live;
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        long since = clock.instant().minus(ONCE_MORE).toEpochMilli();
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, since));
        consumer.offsetsForTimes(wanted, PATIENCE).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
    }

    private void poll(Consumer<String, byte[]> consumer, Map<String, Live> live) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Live from = live.get(record.topic());
                ViewListener listener = from == null ? null : listeners.get(from.projection());
                if (from != null && listener != null && record.key() != null) {
                    listener.seen(record.key(), from.version(record.offset()), record.value());
                }
            }
        } catch (InvalidOffsetException e) {
            consumer.seekToEnd(e.partitions());
            listeners.values().forEach(ViewListener::missed);
        }
    }

    /** Empty while a topic is not there yet. */
    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, Set<String> topics) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
            if (found == null || found.isEmpty()) {
                return List.of();
            }
            found.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
        }
        return all;
    }
}
