package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.launch.Options.Extent;
import dev.sluice.local.plan.Plan;
import dev.sluice.local.service.Service;
import dev.sluice.local.service.Service.Kind;
import dev.sluice.local.supervision.Family;
import dev.sluice.local.tls.Authority;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps that bring up our services, each as soon as the servers that it needs are there. */
final class Services {

    private static final String COMMAND = "command-service";
    /** An operator's own takes the place of ours. */
    private static final String CERTIFICATE = "SLUICE_EDGE_TLS_CERTIFICATE";

    private static final List<String> MEMORY = List.of("-Xms64m", "-Xmx256m", "-XX:ReservedCodeCacheSize=96m");

    /** Requests leave much behind and nothing that lasts: a young generation of some size. */
    private static final List<String> OF_EDGE =
            List.of("-Xms64m", "-Xmx320m", "-XX:NewRatio=1", "-XX:ReservedCodeCacheSize=96m");

    /** Facts leave much behind too, and what is built anew is gathered for a while. */
    private static final List<String> OF_PROJECTOR =
            List.of("-Xms96m", "-Xmx448m", "-XX:NewRatio=1", "-XX:ReservedCodeCacheSize=96m");

    /** Aggregates are kept at hand, and turns of many messages leave much behind: a young generation of some size. */
    private static final List<String> OF_ALL_CONTEXTS =
            List.of("-Xms64m", "-Xmx640m", "-XX:NewRatio=1", "-XX:ReservedCodeCacheSize=96m");

    private static final List<String> OF_ONE_CONTEXT =
            List.of("-Xms32m", "-Xmx320m", "-XX:NewRatio=1", "-XX:ReservedCodeCacheSize=64m");

    private final Home home;
    private final Addresses addresses;
    private final Family family;
    private final AotCaches caches;
    private final Authority authority;

    Services(Home home, Addresses addresses, Family family, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.family = family;
        this.caches = caches;
        this.authority = new Authority(home);
    }

    /** @param apart whether each context has a process of its own */
    void add(Plan plan, Extent extent, boolean apart) {
        switch (extent) {
            case ALL -> {
                addCommands(plan, apart);
                add(
                        plan,
                        whole("projector", Slot.PROJECTOR, OF_PROJECTOR),
                        caches,
                        List.of("topics", "redis", "elasticsearch"));
                add(plan, whole("query-service", Slot.QUERY, MEMORY), caches, List.of("elasticsearch"));
                plan.step("certificate", List.of(), this::certificate);
                add(plan, edge(), caches, List.of("topics", "redis", "issuer", "certificate"));
            }
            case WRITE_SIDE -> addCommands(plan, apart);
            case SERVERS -> {}
        }
    }

    private void addCommands(Plan plan, boolean apart) {
        if (apart) {
            addContexts(plan);
        } else {
            add(
                    plan,
                    new Kind(COMMAND, COMMAND, Slot.COMMAND, OF_ALL_CONTEXTS, Map.of()),
                    caches,
                    Servers.mysqlAnd("topics"));
        }
    }

    /** All from one cache, so only one may record it. */
    private void addContexts(Plan plan) {
        for (Context context : Context.values()) {
            AotCaches its = context == Context.ORDERING ? caches : caches.readOnly();
            add(plan, alone(context), its, Servers.mysqlAnd("topics"));
        }
    }

    private void add(Plan plan, Kind kind, AotCaches its, List<String> needs) {
        plan.step(kind.name(), needs, () -> start(kind, its));
    }

    private static Kind whole(String module, Slot slot, List<String> memory) {
        return new Kind(module, module, slot, memory, Map.of());
    }

    private Kind edge() {
        if (System.getenv().containsKey(CERTIFICATE)) {
            return whole("edge", Slot.EDGE, OF_EDGE);
        }
        Map<String, String> settings = Map.of(
                CERTIFICATE,
                authority.certificate().toString(),
                "SLUICE_EDGE_TLS_KEY",
                authority.key().toString());
        return new Kind("edge", "edge", Slot.EDGE, OF_EDGE, settings);
    }

    private String certificate() throws IOException, InterruptedException {
        authority.provide(Clock.systemUTC().instant());
        return authority.root() + " for clients to trust";
    }

    private Kind alone(Context context) {
        Map<String, String> settings = Map.of(
                "SLUICE_CONTEXTS", context.text(),
                "SLUICE_COMMAND_PORT", Integer.toString(addresses.port(context.slot())));
        return new Kind(context.process(), COMMAND, context.slot(), OF_ONE_CONTEXT, settings);
    }

    /** All that may host contexts. */
    static Stream<String> ofCommands() {
        return Stream.concat(Stream.of(COMMAND), Arrays.stream(Context.values()).map(Context::process));
    }

    private String start(Kind kind, AotCaches its) throws IOException, InterruptedException {
        family.start(new Service(kind, home, addresses, its));
        return "http://127.0.0.1:" + addresses.port(kind.slot());
    }
}
