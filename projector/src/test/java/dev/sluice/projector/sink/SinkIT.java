package dev.sluice.projector.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.projector.Servers;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.lag.TopicId;
import dev.sluice.projector.log.View;
import dev.sluice.projector.redis.RedisLink;
import dev.sluice.projector.redis.RedisStore;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.settings.ProjectorSettings.Sinks;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SinkIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final View view = Servers.view(Projection.ORDER_STATUS);
    private final String rejectTopic = "rejects." + view.generation();
    private final String epoch = "epoch:" + view.generation();
    private final String instance = UUID.randomUUID().toString();
    private final Rejects rejects = new Rejects(rejectTopic);
    private final Transit transit = new Transit(Clock.systemUTC(), Duration.ZERO);

    private final RedisClient client = Servers.redisClient();
    private final StatefulRedisConnection<String, String> connection = client.connect(Servers.redis());
    private final Admin admin = Admin.create(Servers.kafka());
    private final KafkaProducer<String, byte[]> producer = Servers.producer();
    private Wire wire;
    private Sink sink;

    @BeforeEach
    void start() throws IOException {
        Servers.create(view.topic(), rejectTopic);
        wire = new Wire(Servers.redis().getHost(), Servers.redis().getPort());
        sink = sink();
        sink.start();
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
        wire.close();
        forget("*" + view.generation() + "*");
        client.shutdown();
        producer.close();
        admin.close();
        Servers.forget(view);
    }

    @Test
    void everyDocumentArrivesInItsLatestVersion() {
        write("a", "1");
        write("b", "1");
        write("a", "2");

        awaitHeld(Map.of("a", "2", "b", "1"));
    }

    @Test
    void itKnowsHowLongTheSlowestChangeWasOnItsWay() {
        write("a", "1");
        awaitHeld(Map.of("a", "1"));
        wire.cut();
        awaitCondition(false);
        assertThat(transit.slowest()).isLessThan(SOON.toMillis());
        long cut = System.nanoTime();
        write("a", "2");
        await().atMost(SOON).until(() -> System.nanoTime() - cut > 300_000_000);
        wire.mend();

        awaitHeld(Map.of("a", "2"));
        await().atMost(SOON).until(() -> transit.slowest() >= 300);
    }

    @Test
    void aStoreThatIsAwayLosesNothing() {
        write("a", "1");
        awaitHeld(Map.of("a", "1"));
        wire.cut();
        awaitCondition(false);
        IntStream.range(0, 2_000).forEach(i -> write("x" + i, "1"));
        write("a", "2");
        wire.mend();

        awaitCondition(true);
        awaitHeld(Map.of("a", "2", "x0", "1", "x1999", "1"));
        assertThat(redis().keys(view.redisKey("*"))).hasSize(2_001);
    }

    @Test
    void aStoreThatHangsLosesNothing() {
        write("a", "1");
        awaitHeld(Map.of("a", "1"));
        wire.hold();
        write("a", "2");
        awaitCondition(false);
        wire.mend();

        awaitHeld(Map.of("a", "2"));
        awaitCondition(true);
    }

    @Test
    void aStoreThatComesBackEmptyIsFilledAgainByItself() {
        write("a", "1");
        write("b", "1");
        awaitHeld(Map.of("a", "1", "b", "1"));
        forget("*" + view.generation() + "*");

        awaitHeld(Map.of("a", "1", "b", "1"));
    }

    @Test
    void aStoreThatWasSetBackIsFilledFromThereAndSaysThatItIsIncomplete() {
        write("a", "1");
        awaitHeld(Map.of("a", "1"));
        Map<String, String> thatDay = redis().hgetall("sluice:position:" + view.topic());
        write("a", "2");
        write("b", "1");
        awaitHeld(Map.of("a", "2", "b", "1"));
        // As from a snapshot: documents, positions and mark of that day.
        redis().set(epoch, "that day's");
        redis().del(view.redisKey("a"), view.redisKey("b"));
        redis().hset("sluice:position:" + view.topic(), thatDay);

        awaitHeld(Map.of("a", "2", "b", "1"));
        assertThat(redis().exists(epoch)).isZero();
    }

    @Test
    void aDocumentThatIsRefusedIsSetAsideAndTheOthersGoOn() {
        redis().set(view.redisKey("taken"), "somebody else's");
        write("taken", "1");
        write("a", "1");

        awaitHeld(Map.of("a", "1"));
        await().atMost(SOON).until(() -> rejects.count(sink.group()) == 1);
        ConsumerRecord<String, byte[]> reject = firstReject();
        assertThat(reject.key()).isEqualTo("taken");
        assertThat(reject.value()).isEqualTo("1".getBytes(UTF_8));
        assertThat(new String(reject.headers().lastHeader(Rejects.REASON).value(), UTF_8))
                .contains("WRONGTYPE");
    }

    @Test
    void theNextLifeOfTheProcessGoesOnAtOnce() {
        write("a", "1");
        awaitHeld(Map.of("a", "1"));
        sink.close();
        write("b", "1");
        sink = sink();
        sink.start();

        // Sooner than Kafka would give up the earlier life.
        await().atMost(Duration.ofSeconds(20)).until(() -> sink.condition().up());
        awaitHeld(Map.of("a", "1", "b", "1"));
    }

    private Sink sink() {
        RedisURI uri = Servers.redis();
        uri.setPort(wire.port());
        uri.setTimeout(Duration.ofSeconds(2));
        RedisStore store = new RedisStore(
                view, new RedisLink(client, uri), epoch, () -> true, new TopicId(new LogEnds(admin), view.topic()));
        Sinks settings = new Sinks(100, DataSize.ofKilobytes(64), Duration.ZERO, Duration.ofMillis(200));
        RejectSender sender = new RejectSender(
                rejects,
                () -> new KafkaProducer<>(Servers.kafka(), new ByteArraySerializer(), new ByteArraySerializer()));
        return new Sink(view, store, this::consumer, sender, settings, Duration.ZERO, transit);
    }

    private Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> configuration = Servers.kafka();
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void write(String id, String json) {
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(view.topic(), id, json.getBytes(UTF_8)));
    }

    private void awaitHeld(Map<String, String> documents) {
        documents.forEach((id, json) -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(redis().hget(view.redisKey(id), Projection.REDIS_DOCUMENT))
                        .isEqualTo(json)));
    }

    private void awaitCondition(boolean up) {
        await().atMost(SOON).until(() -> sink.condition().up() == up);
    }

    private void forget(String pattern) {
        List<String> keys = redis().keys(pattern);
        if (!keys.isEmpty()) {
            redis().del(keys.toArray(String[]::new));
        }
    }

    private ConsumerRecord<String, byte[]> firstReject() {
        try (KafkaConsumer<String, byte[]> consumer = Servers.consumer()) {
            Set<TopicPartition> partitions = Set.copyOf(IntStream.range(0, Servers.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(rejectTopic, partition))
                    .toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(SOON)
                    .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
                    .iterator()
                    .next();
        }
    }

    private RedisCommands<String, String> redis() {
        return connection.sync();
    }
}
