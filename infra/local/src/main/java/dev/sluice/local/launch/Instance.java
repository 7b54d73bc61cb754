package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Ports;
import dev.sluice.local.address.Slot;
import dev.sluice.local.connect.ConnectServer;
import dev.sluice.local.connect.Connector;
import dev.sluice.local.debian.Natives;
import dev.sluice.local.elasticsearch.ElasticsearchServer;
import dev.sluice.local.home.Home;
import dev.sluice.local.home.State.Phase;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.kafka.KafkaServer;
import dev.sluice.local.kafka.TopicCreation;
import dev.sluice.local.mysql.Distribution;
import dev.sluice.local.mysql.MySqlServer;
import dev.sluice.local.process.Server;
import dev.sluice.local.redis.RedisServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One running Sluice: its servers and services from the first step up to the last step down. */
public final class Instance {

    private static final List<List<String>> DOWN = List.of(
            List.of("edge", "query-service"),
            List.of("command-service", "projector"),
            List.of("connect"),
            List.of("mysql", "kafka", "redis", "elasticsearch"));

    private final Home home;
    private final Addresses addresses;
    private final Family family;
    private final Natives natives;

    public Instance(Home home, Map<String, String> environment) throws IOException {
        this.home = home;
        this.addresses = new Addresses(environment, Ports.choose(home, environment));
        this.family = new Family(
                new StateFile(home),
                addresses.variables(),
                name -> home.log(name).toString());
        this.natives = new Natives(home.cache());
    }

    public Addresses addresses() {
        return addresses;
    }

    public void up(Progress progress, boolean serversOnly) throws Exception {
        family.become(Phase.STARTING);
        plan().run(progress);
        family.become(Phase.READY);
    }

    public void down() throws InterruptedException {
        family.stop(DOWN);
    }

    private Plan plan() {
        Plan plan = new Plan();
        server(plan, Slot.MYSQL, List.of(), () -> {
            var mysqld = natives.complete(Distribution.unpacked(home).resolve("bin/mysqld"));
            return new MySqlServer(home, addresses, Distribution.unpacked(home), mysqld.environment());
        });
        server(plan, Slot.KAFKA, List.of(), () -> new KafkaServer(home, addresses));
        server(
                plan,
                Slot.REDIS,
                List.of(),
                () -> new RedisServer(home, addresses, natives.program("redis-server", "redis-tools", "redis-server")));
        server(plan, Slot.ELASTICSEARCH, List.of(), () -> new ElasticsearchServer(home, addresses));
        plan.step("topics", List.of("kafka"), () -> {
            TopicCreation.run(addresses.kafka());
            return addresses.kafka();
        });
        server(plan, Slot.CONNECT, List.of("topics"), () -> new ConnectServer(home, addresses));
        plan.step("connector", List.of("connect", "mysql"), () -> {
            new Connector(addresses).register();
            return addresses.connect();
        });
        return plan;
    }

    private void server(Plan plan, Slot slot, List<String> needs, Making making) {
        if (!addresses.embedded(slot)) {
            return;
        }
        String name = slot.name().toLowerCase(java.util.Locale.ROOT);
        plan.step(name, needs, () -> {
            family.start(making.make());
            return "127.0.0.1:" + addresses.port(slot);
        });
    }

    @FunctionalInterface
    private interface Making {
        Server make() throws IOException, InterruptedException;
    }
}
