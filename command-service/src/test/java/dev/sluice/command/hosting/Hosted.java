package dev.sluice.command.hosting;

import static org.awaitility.Awaitility.await;

import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.outbox.Partitions;
import dev.sluice.command.price.RowFeed.RowTopics;
import dev.sluice.command.road.Pacer;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One hosted context on real servers, with a schema and a topic of its own. */
final class Hosted implements AutoCloseable {

    final Names names;
    private final ContextName context;
    private final Link link = Servers.linkToMySql();
    private final KafkaProducer<byte[], byte[]> producer = Servers.producer();
    private final AnnotationConfigApplicationContext shared = new AnnotationConfigApplicationContext();
    private final Cluster cluster = new Cluster(Servers.KAFKA);
    private @Nullable HostedContext running;

    Hosted(ContextName context) {
        this(context, Duration.ofSeconds(30), Clock.tickMillis(java.time.ZoneOffset.UTC));
    }

    Hosted(ContextName context, Duration patience, Clock clock) {
        this(context, patience, clock, true);
    }

    /** One whose command topic is still to be created. */
    static Hosted withoutTopic(ContextName context) {
        return new Hosted(context, Duration.ofSeconds(30), Clock.tickMillis(java.time.ZoneOffset.UTC), false);
    }

    private Hosted(ContextName context, Duration patience, Clock clock, boolean hasTopic) {
        this.context = context;
        String unique = "it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        names = new Names(
                unique,
                Servers.USER,
                unique + ".commands",
                unique,
                new RowTopics(unique + ".products", unique + ".coupons", unique + ".campaigns"));
        Servers.execute("CREATE DATABASE " + names.schema());
        if (hasTopic) {
            createTopic();
        }
        Servers.createTopics(
                names.rows().products(), names.rows().coupons(), names.rows().campaigns());
        shared.registerBean(SluiceProperties.class, () -> properties(link.port(), patience));
        shared.registerBean(Clock.class, () -> clock);
        shared.registerBean(Cluster.class, () -> cluster);
        shared.registerBean(Pacer.class, () -> new Pacer(0));
        shared.refresh();
    }

    private static SluiceProperties properties(int port, Duration patience) {
        return new SluiceProperties(
                Contexts.of(Contexts.ALL),
                new SluiceProperties.Mysql(
                        "jdbc:mysql://127.0.0.1:" + port,
                        Map.of(),
                        Servers.PASSWORD,
                        "DISABLED",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                new SluiceProperties.Kafka(Servers.KAFKA),
                new SluiceProperties.Command(
                        0, 1500, 0, Duration.ofMillis(5), patience, 100_000, Duration.ofHours(1), Duration.ofDays(15)));
    }

    void createTopic() {
        Servers.createTopics(names.topic());
    }

    Link link() {
        return link;
    }

    Hosted start() {
        running = HostedContext.open(shared, context, names);
        running.start();
        return this;
    }

    Hosted startAndAwait() {
        start();
        awaitReady();
        return this;
    }

    void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Another process that hosts the same context. */
    HostedContext startTwin() {
        HostedContext twin = HostedContext.open(shared, context, names);
        twin.start();
        return twin;
    }

    @Nullable
    String trouble() {
        return running == null ? "stopped" : running.health().trouble();
    }

    void trim() {
        if (running != null) {
            running.trimming().trim();
        }
    }

    void awaitReady() {
        await("ready").atMost(Duration.ofSeconds(30)).until(() -> trouble() == null);
    }

    void send(String key, Payload command) {
        send(key, command, "/edge", Ids.next());
    }

    void send(String key, Payload command, String source, String id) {
        Message<Payload> message = new Message<>(id, source, key, Instant.parse("2026-01-01T00:00:00Z"), null, command);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(names.topic(), key.getBytes(StandardCharsets.UTF_8), MessageCodec.data(command));
        MessageCodec.headers(message).forEach((name, value) -> record.headers().add(name, value));
        send(record);
    }

    /** Raw bytes in the partition of the key. */
    void sendRaw(String key, String value) {
        sendRaw(names.topic(), Partitions.of(key), key, value.getBytes(StandardCharsets.UTF_8));
    }

    void sendRaw(String topic, int partition, String key, byte[] value) {
        send(new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that was sent is carried out. */
    void awaitDone() {
        await("all carried out")
                .atMost(Duration.ofSeconds(60))
                .until(() -> positions().equals(ends()));
    }

    Map<Integer, Long> positions() {
        return Servers.query("SELECT CONCAT(part, ':', position) FROM " + table("inbox")).stream()
                .map(row -> row.split(":", 2))
                .collect(Collectors.toMap(row -> Integer.valueOf(row[0]), row -> Long.valueOf(row[1])));
    }

    private Map<Integer, Long> ends() {
        List<TopicPartition> partitions = IntStream.range(0, 4)
                .mapToObj(number -> new TopicPartition(names.topic(), number))
                .toList();
        return cluster.ends(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }

    String table(String name) {
        return names.schema() + "." + name;
    }

    long count(String table) {
        return Long.parseLong(
                Servers.query("SELECT COUNT(*) FROM " + table(table)).getFirst());
    }

    /** The stored facts of an aggregate, oldest first. */
    List<Payload> facts(String aggregate) {
        return Servers.query("SELECT CONCAT(payload_type, ' ', CONVERT(payload USING utf8mb4)) FROM "
                        + table("domain_event_entry") + " WHERE aggregate_identifier = '" + aggregate
                        + "' ORDER BY sequence_number")
                .stream()
                .map(row -> row.split(" ", 2))
                .map(row -> MessageCodec.payload(row[0], row[1].getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** All messages in the outbox, in the order in which they leave. */
    List<Message<?>> sent() {
        return Servers.query("SELECT CONVERT(payload USING utf8mb4) FROM " + table("outbox") + " ORDER BY seq").stream()
                .flatMap(pack -> MessageCodec.read(_ -> null, pack.getBytes(StandardCharsets.UTF_8)).stream())
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        stop();
        producer.close();
        cluster.close();
        shared.close();
        link.close();
        Servers.execute("DROP DATABASE " + names.schema());
        Servers.deleteTopics(
                names.topic(),
                names.rows().products(),
                names.rows().coupons(),
                names.rows().campaigns());
    }
}
