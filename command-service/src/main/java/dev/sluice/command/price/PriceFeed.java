package dev.sluice.command.price;

import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.kafka.Consumers;
import dev.sluice.command.kafka.Worker;
import dev.sluice.command.order.Prices;
import dev.sluice.command.turn.Outage;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Follows the catalogue's product rows from the beginning of their topic, on a thread of its own. */
public final class PriceFeed implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration BACKOFF = Duration.ofMillis(500);

    private final String bootstrap;
    private final Cluster cluster;
    private final List<TopicPartition> partitions;
    private final PriceList prices = new PriceList();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    public PriceFeed(String bootstrap, Cluster cluster, String topic) {
        this.bootstrap = bootstrap;
        this.cluster = cluster;
        this.partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    public Prices prices() {
        return prices;
    }

    /** Returns once all that the topic holds now is in the list. Throws {@link Outage} where that takes longer than allowed. */
    public void catchUp(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        Map<TopicPartition, Long> ends = cluster.ends(partitions);
        synchronized (positions) {
            while (!hasReached(ends)) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    throw new Outage("the price list has not caught up with the catalogue");
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
        if (record.value() == null) {
            prices.remove(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            prices.put(Json.MAPPER.readValue(record.value(), ProductRow.class));
        } catch (JacksonException e) {
            LOG.warn(
                    "{}-{} at {} is no product row: {}",
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
