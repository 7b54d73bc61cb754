package dev.sluice.local.kafka;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCache;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.JavaCommand;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/** One Kafka node in KRaft mode, broker and controller in one process. */
public final class KafkaServer implements Server {

    private final Home home;
    private final Addresses addresses;
    private final AotCaches caches;
    private final KafkaCheck check;

    public KafkaServer(Home home, Addresses addresses, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.caches = caches;
        this.check = new KafkaCheck(addresses.kafka());
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return addresses.port(Slot.KAFKA);
    }

    @Override
    public Program program() throws IOException, InterruptedException {
        Path directory = home.data(name());
        Files.createDirectories(directory);
        Path properties = directory.resolve("server.properties");
        Files.writeString(properties, properties(directory.resolve("data")));
        Path logging = Log4j.write(directory);
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            format(properties, logging);
        }
        return new Program(
                java(logging)
                        .with(cache().orElseThrow().options())
                        .with("-Xms128m", "-Xmx384m")
                        .main(lib(), "kafka.Kafka", properties.toString()),
                Map.of(),
                directory,
                home.log(name()),
                Duration.ofSeconds(30));
    }

    @Override
    public Optional<AotCache> cache() throws IOException {
        return Optional.of(caches.of(name(), lib()));
    }

    @Override
    public void check(long pid) throws IOException, InterruptedException {
        check.run(clusterId());
    }

    /** The id of our cluster, minted at the first start. */
    private String clusterId() throws IOException {
        Path file = home.data(name()).resolve("cluster.id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file);
    }

    private void format(Path properties, Path logging) throws IOException, InterruptedException {
        Files.createDirectories(home.log(name()).getParent());
        Process format = new ProcessBuilder(java(logging)
                        .with("-XX:TieredStopAtLevel=1")
                        .main(
                                lib(),
                                "kafka.tools.StorageTool",
                                "format",
                                "--cluster-id",
                                clusterId(),
                                "--config",
                                properties.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(name()).toFile()))
                .start();
        if (!format.waitFor(1, TimeUnit.MINUTES) || format.exitValue() != 0) {
            format.destroyForcibly();
            throw new IOException("its storage could not be formatted");
        }
    }

    private static JavaCommand java(Path logging) {
        return new JavaCommand()
                .with("-XX:+UseSerialGC", "-Xss512k", "-Dlog4j.shutdownHookEnabled=false")
                .with("-Dlog4j2.configurationFile=" + logging);
    }

    private Path lib() {
        return home.target("infra/runtime/kafka").resolve("lib");
    }

    private String properties(Path data) {
        int controller = addresses.port(Slot.KAFKA_CONTROLLER);
        String listeners = "PLAINTEXT://127.0.0.1:" + port() + ",CONTROLLER://127.0.0.1:" + controller;
        return """
                process.roles=broker,controller
                node.id=1
                # A static quorum: a dynamic one stores the controller's port, and ports may move between starts.
                controller.quorum.voters=1@127.0.0.1:%d
                listeners=%s
                advertised.listeners=%s
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%s
                auto.create.topics.enable=false
                num.partitions=4
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                # Group positions may outlive any pause of a development machine.
                offsets.retention.minutes=525600
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=8
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # A killed broker is back sooner.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                log.segment.bytes=134217728
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(controller, listeners, listeners, data);
    }
}
