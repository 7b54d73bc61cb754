package dev.sluice.local.connect;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCache;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.kafka.Log4j;
import dev.sluice.local.process.HttpCheck;
import dev.sluice.local.process.JavaCommand;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A distributed Connect worker with exactly-once source support and Debezium as its plugin. */
public final class ConnectServer implements Server {

    private final Home home;
    private final Addresses addresses;
    private final AotCaches caches;
    private final HttpCheck http = new HttpCheck();

    public ConnectServer(Home home, Addresses addresses, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.caches = caches;
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public int port() {
        return addresses.port(Slot.CONNECT);
    }

    @Override
    public Program program() throws IOException {
        Path directory = Files.createDirectories(home.data(name()));
        Path target = home.target("infra/runtime/connect");
        Path properties = directory.resolve("worker.properties");
        Files.writeString(properties, properties(target.resolve("plugins")));
        return new Program(
                new JavaCommand()
                        .with(cache().orElseThrow().options())
                        .with("-Xms96m", "-Xmx448m", "-XX:NewSize=64m", "-XX:+UseSerialGC", "-Xss512k")
                        .with("-Dlog4j.shutdownHookEnabled=false")
                        .with("-Dlog4j2.configurationFile=" + Log4j.write(directory))
                        .main(
                                target.resolve("lib"),
                                "org.apache.kafka.connect.cli.ConnectDistributed",
                                properties.toString()),
                Map.of(),
                directory,
                home.log(name()),
                Duration.ofSeconds(20));
    }

    @Override
    public Optional<AotCache> cache() throws IOException {
        return Optional.of(
                caches.of(name(), home.target("infra/runtime/connect").resolve("lib")));
    }

    @Override
    public void check(long pid) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + port();
        http.get(url + "/");
        // Answered only once the worker has joined its group and read its topics.
        http.get(url + "/connectors");
    }

    private String properties(Path plugins) {
        return """
                bootstrap.servers=%s
                listeners=http://127.0.0.1:%d
                rest.advertised.host.name=127.0.0.1
                group.id=sluice-connect
                plugin.path=%s
                plugin.discovery=service_load
                exactly.once.source.support=enabled
                connector.client.config.override.policy=All
                topic.creation.enable=true
                scheduled.rebalance.max.delay.ms=0
                key.converter=org.apache.kafka.connect.json.JsonConverter
                value.converter=org.apache.kafka.connect.json.JsonConverter
                config.storage.topic=sluice.connect-configs
                config.storage.replication.factor=1
                offset.storage.topic=sluice.connect-offsets
                offset.storage.replication.factor=1
                offset.storage.partitions=1
                status.storage.topic=sluice.connect-status
                status.storage.replication.factor=1
                status.storage.partitions=1
                """.formatted(addresses.kafka(), port(), plugins);
    }
}
