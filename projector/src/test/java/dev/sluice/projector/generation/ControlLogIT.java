package dev.sluice.projector.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.projector.Servers;
import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Of dead letters only the highest number is changed: what is live stays, which other tests read. */
class ControlLogIT {
    private static final int THREADS = 3;
    private static final int CHANGES = 4;

    private final ControlLog log = new ControlLog(ControlLogIT::producer, ControlLogIT::consumer);

    @Test
    void ofTwoThatChangeItAtOnceNeitherIsLostUnheard() throws Exception {
        int before = highest();
        int changed = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(ControlLogIT::changeAgainAndAgain);
            }
            for (Future<Integer> done : threads.invokeAll(all)) {
                changed += done.get();
            }
        }

        assertThat(changed).isPositive();
        assertThat(highest()).isEqualTo(before + changed);
    }

    @Test
    void withinAProcessEachHasItsTurn() throws Exception {
        int before = highest();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Generations> change =
                    () -> log.change(Projection.DEAD_LETTERS, now -> withHighest(now, now.highest() + 1));
            for (Future<Generations> done : threads.invokeAll(Collections.nCopies(THREADS * CHANGES, change))) {
                assertThat(done.get().highest()).isGreaterThan(before);
            }
        }

        assertThat(highest()).isEqualTo(before + THREADS * CHANGES);
    }

    @Test
    void whatIsDecidedAgainstChangesNothing() {
        int before = highest();

        assertThatThrownBy(() -> log.change(Projection.DEAD_LETTERS, _ -> {
                    throw new NotNow("no");
                }))
                .isInstanceOf(NotNow.class);
        assertThat(highest()).isEqualTo(before);
    }

    /** How often it succeeded. */
    private static int changeAgainAndAgain() {
        ControlLog own = new ControlLog(ControlLogIT::producer, ControlLogIT::consumer);
        int changed = 0;
        for (int i = 0; i < CHANGES; i++) {
            try {
                own.change(Projection.DEAD_LETTERS, now -> withHighest(now, now.highest() + 1));
                changed++;
            } catch (LogUnreachable _) {
                // Somebody else came in between, and nothing has changed.
            }
        }
        return changed;
    }

    private int highest() {
        return log.change(Projection.DEAD_LETTERS, now -> now).highest();
    }

    private static Generations withHighest(Generations now, int highest) {
        return new Generations(
                now.projection(),
                now.live(),
                now.previous(),
                now.building(),
                highest,
                now.term(),
                now.paused(),
                now.factsPerSecond(),
                now.retired(),
                now.shapes(),
                now.scratches(),
                now.at(),
                "a test");
    }

    private static Producer<byte[], byte[]> producer(String id) {
        Map<String, Object> configuration = Servers.kafka();
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Consumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = Servers.kafka();
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
