package dev.sluice.edge.limits.load;

import dev.sluice.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks once a second how far the write side is with the commands of a checkout, by what its consumer groups report to Kafka.
 * Where that cannot be learned there is no lag: Kafka itself refuses what it cannot take.
 */
public final class LagWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 3_000;
    private static final List<String> CHECKOUT =
            List.of(Topics.COMMANDS_ORDERING, Topics.COMMANDS_STOCK, Topics.COMMANDS_PAYMENT);

    private final String bootstrap;
    private final LongSupplier clock;
    private final Map<String, Backlog> backlogs;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private volatile long wait;

    /** @param ignored commands of a topic that are no backlog */
    public LagWatch(String bootstrap, long ignored, LongSupplier clock) {
        this.bootstrap = bootstrap;
        this.clock = clock;
        this.backlogs = CHECKOUT.stream().collect(Collectors.toMap(topic -> topic, _ -> new Backlog(ignored)));
    }

    /** How long a new order will wait until it is decided on, as far as we can tell. */
    public Duration estimatedWait() {
        return Duration.ofNanos(wait);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("edge-lag").daemon().start(this::run);
    }

    private void run() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "edge-lag",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS))) {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look(admin);
            }
        } catch (InterruptedException _) {
            LOG.debug("Interrupted, so nobody asks for the lag any more");
        } catch (KafkaException e) {
            LOG.warn("The lag of the write side is not watched: {}", e.getMessage());
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            Map<String, Map<TopicPartition, OffsetAndMetadata>> done = carriedOut(admin);
            Map<TopicPartition, Long> ends = ends(admin);
            long longest = 0;
            for (String topic : CHECKOUT) {
                Backlog backlog = backlogs.get(topic);
                if (backlog != null) {
                    backlog.add(sample(topic, done.getOrDefault(Topics.consumerGroup(topic), Map.of()), ends));
                    longest = Math.max(longest, backlog.estimatedWait());
                }
            }
            wait = longest;
        } catch (ExecutionException e) {
            LOG.debug("The lag of the write side is unknown", e);
            wait = 0;
        }
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> carriedOut(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(CHECKOUT.stream()
                        .collect(Collectors.toMap(
                                Topics::consumerGroup,
                                topic -> new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(topic)))))
                .all()
                .get();
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        CHECKOUT.forEach(topic -> partitions(topic).forEach(one -> asked.put(one, OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    /** A partition of which nothing was reported yet counts as done. */
    private Backlog.Sample sample(
            String topic, Map<TopicPartition, OffsetAndMetadata> reported, Map<TopicPartition, Long> ends) {
        long appended = 0;
        long carriedOut = 0;
        for (TopicPartition partition : partitions(topic)) {
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndMetadata done = reported.get(partition);
            appended += end;
            carriedOut += done == null ? end : Math.min(end, done.offset());
        }
        return new Backlog.Sample(clock.getAsLong(), appended, carriedOut);
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
