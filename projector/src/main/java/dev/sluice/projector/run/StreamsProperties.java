package dev.sluice.projector.run;

import dev.sluice.projector.log.View;
import dev.sluice.projector.rejects.RejectUnusable;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.projector.settings.ProjectorSettings.Streams;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How all topologies run: soon, at least once, within little memory. */
public final class StreamsProperties {
    /** Bytes of changes that wait for the next commit; what does not fit goes on at once. */
    private static final long GATHERED = 8L << 20;

    private static final long HURRIED_GATHERED = 32L << 20;
    private static final Duration HURRIED_COMMIT = Duration.ofSeconds(5);

    private final ProjectorSettings settings;
    private final StateDirectory state;
    private final Rejects rejects;

    public StreamsProperties(ProjectorSettings settings, StateDirectory state, Rejects rejects) {
        this.settings = settings;
        this.state = state;
        this.rejects = rejects;
    }

    /** At a pace that may change while it runs. */
    public Properties of(View view, Pace pace, Gait gait) {
        Properties p = of(view);
        if (gait == Gait.HURRIED) {
            hurry(p);
        }
        p.put(main(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), PacedReading.class.getName());
        p.put(main(PacedReading.PACE), pace);
        return p;
    }

    public Properties of(View view) {
        Streams streams = settings.projector().streams();
        Properties p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, view.application());
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrap());
        p.put(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        if (gathers(view)) {
            p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, streams.gather().toMillis());
            p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, GATHERED);
        } else {
            p.put(
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    streams.commitInterval().toMillis());
            p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        }
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUnusable.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUnusable.class);
        p.put(RejectUnusable.REJECTS, rejects);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        p.put(BoundedRocks.BLOCK_CACHE, streams.blockCache().toBytes());
        p.put(BoundedRocks.WRITE_BUFFERS, streams.writeBuffers().toBytes());
        p.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        p.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        consumers(p, streams);
        producers(p, gathers(view) ? 10 : 3);
        return p;
    }

    private static void hurry(Properties p) {
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, HURRIED_COMMIT.toMillis());
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, HURRIED_GATHERED);
        portions(p, 1_000, 1 << 20);
        p.put(producer(ProducerConfig.LINGER_MS_CONFIG), 50);
        p.put(producer(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
    }

    private void consumers(Properties p, Streams streams) {
        p.put(main(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), state.instance());
        p.put(main(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                streams.sessionTimeout().toMillis());
        p.put(consumer(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        portions(p, 250, 512 << 10);
    }

    /** An order may weigh hundreds of kilobytes: what is fetched and buffered ahead is bounded by bytes. */
    private static void portions(Properties p, int records, int bytes) {
        p.put(main(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), records);
        p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, records);
        p.put(consumer(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), bytes);
        p.put(consumer(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 4 * bytes);
    }

    /**
     * What is shown by Elasticsearch alone, which shows nothing before its next refresh, and is dear on its way: see RATIONALE.md, "A
     * back-office order gathers".
     */
    private static boolean gathers(View view) {
        return view.projection() == Projection.BACK_OFFICE_ORDERS;
    }

    private static void producers(Properties p, int lingerMillis) {
        // Streams would linger 100 ms on each of up to four hops. Without any, each record would be a batch of its own,
        // for
        // producer, broker and consumers.
        p.put(producer(ProducerConfig.LINGER_MS_CONFIG), lingerMillis);
        // The first batches to a topic made just now can otherwise overtake each other; the topology then stands still
        // until
        // the one left behind has expired, two minutes later (KAFKA-15591).
        p.put(producer(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        p.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(producer(ProducerConfig.BUFFER_MEMORY_CONFIG), 8L << 20);
        p.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 4 << 20);
    }

    private static String main(String name) {
        return StreamsConfig.mainConsumerPrefix(name);
    }

    private static String consumer(String name) {
        return StreamsConfig.consumerPrefix(name);
    }

    private static String producer(String name) {
        return StreamsConfig.producerPrefix(name);
    }
}
