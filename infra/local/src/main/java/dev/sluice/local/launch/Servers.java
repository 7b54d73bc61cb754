package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.connect.ConnectServer;
import dev.sluice.local.connect.ConnectorCare;
import dev.sluice.local.connect.Connectors;
import dev.sluice.local.debian.Native;
import dev.sluice.local.debian.Natives;
import dev.sluice.local.elasticsearch.ElasticsearchServer;
import dev.sluice.local.home.Home;
import dev.sluice.local.kafka.KafkaServer;
import dev.sluice.local.kafka.TopicCreation;
import dev.sluice.local.launch.Options.Extent;
import dev.sluice.local.mysql.Access;
import dev.sluice.local.mysql.Distribution;
import dev.sluice.local.mysql.MySqlServer;
import dev.sluice.local.plan.Plan;
import dev.sluice.local.process.Poll;
import dev.sluice.local.process.Server;
import dev.sluice.local.redis.RedisServer;
import dev.sluice.local.supervision.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The steps that bring up the servers, or look whether those named by the environment are there. */
final class Servers {

    private static final Duration CONNECTOR_PATIENCE = Duration.ofMinutes(2);

    private final Home home;
    private final Addresses addresses;
    private final Family family;
    private final AotCaches caches;
    private final Natives natives;
    private volatile boolean capturing;

    Servers(Home home, Addresses addresses, Family family, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.family = family;
        this.caches = caches;
        this.natives = new Natives(home.cache());
    }

    void add(Plan plan, Extent extent) {
        server(plan, Slot.MYSQL, List.of(), this::mysql, addresses.mysql());
        server(plan, Slot.KAFKA, List.of(), () -> new KafkaServer(home, addresses, caches), addresses.kafka());
        if (extent != Extent.WRITE_SIDE) {
            readSide(plan);
        }
        plan.step("topics", List.of("kafka"), this::topics);
        server(
                plan,
                Slot.CONNECT,
                List.of("topics"),
                () -> new ConnectServer(home, addresses, caches),
                addresses.connect());
        for (Context context : Context.values()) {
            if (!addresses.mysql(context).equals(addresses.mysql())) {
                plan.step(stepOf(context), List.of(), () -> ownMysql(context));
            }
        }
    }

    /**
     * Change data capture goes on where it was as soon as Connect is there. Its first look waits until all tables are made:
     * one that is made meanwhile is missed for good.
     */
    void addCapture(Plan plan) {
        plan.step("connector", mysqlAnd("connect"), this::resumed);
        List<String> needs =
                Stream.concat(Stream.of("connector"), Services.ofCommands()).toList();
        plan.step("capture", needs, this::captured);
    }

    /** The steps after which every schema can be used, and one more. */
    static List<String> mysqlAnd(String another) {
        return Stream.concat(
                        Stream.of(another, "mysql"),
                        Arrays.stream(Context.values()).map(Servers::stepOf))
                .toList();
    }

    private static String stepOf(Context context) {
        return "mysql-" + context.text();
    }

    private String ownMysql(Context context) throws IOException {
        Access.check(context, addresses);
        return addresses.mysql(context) + " (not ours)";
    }

    private void readSide(Plan plan) {
        server(plan, Slot.REDIS, List.of(), this::redis, addresses.redis());
        server(
                plan,
                Slot.ELASTICSEARCH,
                List.of(),
                () -> new ElasticsearchServer(home, addresses, caches),
                addresses.elasticsearch());
    }

    private void server(Plan plan, Slot slot, List<String> needs, Making making, String address) {
        String name = slot.name().toLowerCase(Locale.ROOT);
        if (addresses.embedded(slot)) {
            plan.step(name, needs, () -> {
                family.start(making.make());
                return address;
            });
        } else {
            plan.step(name, needs, () -> {
                Foreign.reach(slot, addresses);
                return address + " (not ours)";
            });
        }
    }

    private Server mysql() throws IOException, InterruptedException {
        Path base = Distribution.unpacked(home);
        Native mysqld = natives.complete(base.resolve("bin/mysqld"));
        return new MySqlServer(home, addresses, base, mysqld.environment());
    }

    private Server redis() throws IOException, InterruptedException {
        return new RedisServer(home, addresses, natives.program("redis-server", "redis-tools", "redis-server"));
    }

    private String topics() throws IOException, InterruptedException {
        return TopicCreation.run(addresses.kafka()) + " topics";
    }

    private String resumed() throws IOException, InterruptedException {
        capturing = Connectors.of(addresses).asWanted();
        return capturing ? "as it was" : "to be made when all tables are there";
    }

    private String captured() throws IOException, InterruptedException {
        Connectors connectors = Connectors.of(addresses);
        if (!capturing) {
            connectors.register();
        }
        Poll.until(CONNECTOR_PATIENCE, connectors::check);
        ConnectorCare.of(connectors);
        return "MySQL -> Kafka";
    }

    @FunctionalInterface
    private interface Making {
        Server make() throws IOException, InterruptedException;
    }
}
