package dev.sluice.command.price;

import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.kafka.Consumers;
import dev.sluice.command.kafka.Worker;
import dev.sluice.command.quote.Lists;
import dev.sluice.command.turn.Outage;
import dev.sluice.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Follows the rows that orders are priced by from the beginning of their topics, on a thread of its own. */
public final class RowFeed implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(RowFeed.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration BACKOFF = Duration.ofMillis(500);

    private final String bootstrap;
    private final Cluster cluster;
    private final List<TopicPartition> partitions;
    private final PriceList prices = new PriceList();
    private final CouponList coupons = new CouponList();
    private final CampaignList campaigns = new CampaignList();
    private final Map<String, Rows> lists;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** The topics of the rows, by what they are of. */
    public record RowTopics(String products, String coupons, String campaigns) {}

    public RowFeed(String bootstrap, Cluster cluster, RowTopics topics) {
        this.bootstrap = bootstrap;
        this.cluster = cluster;
        this.lists = Map.of(topics.products, prices, topics.coupons, coupons, topics.campaigns, campaigns);
        this.partitions = lists.keySet().stream()
                .flatMap(topic ->
                        IntStream.range(0, Topics.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
    }

    public Lists lists() {
        return new Lists(prices, coupons, campaigns);
    }

    /** Returns once all that the topics hold now is in the lists. Throws {@link Outage} where that takes longer than allowed. */
    public void catchUp(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        Map<TopicPartition, Long> ends = cluster.ends(partitions);
        synchronized (positions) {
            while (!hasReached(ends)) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    throw new Outage("the lists of prices and coupons have not caught up");
                }
                await(left);
            }
        }
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    private void await(long nanos) {
        try {
            positions.wait(Math.max(1, nanos / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("interrupted", e);
        }
    }

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> open = Consumers.tail(bootstrap, "sluice-prices")) {
                consumer = open;
                open.assign(partitions);
                while (!stopping) {
                    open.poll(PATIENCE).forEach(this::read);
                    publish(open);
                }
            } catch (WakeupException e) {
                LOG.debug("the price feed was woken");
            } catch (RuntimeException e) {
                LOG.warn("the price feed starts over: {}", Outage.firstLine(e));
                LockSupport.parkNanos(BACKOFF.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        Rows list = Objects.requireNonNull(lists.get(record.topic()), "a topic that nobody asked for");
        if (record.value() == null) {
            list.remove(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            list.put(record.value());
        } catch (JacksonException e) {
            LOG.warn(
                    "{}-{} at {} is not the row it should be: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getOriginalMessage());
        }
    }

    private void publish(KafkaConsumer<byte[], byte[]> open) {
        synchronized (positions) {
            for (TopicPartition partition : partitions) {
                try {
                    positions.put(partition, open.position(partition, PATIENCE));
                } catch (TimeoutException e) {
                    LOG.debug("no position in {} yet", partition);
                }
            }
            positions.notifyAll();
        }
    }
}
