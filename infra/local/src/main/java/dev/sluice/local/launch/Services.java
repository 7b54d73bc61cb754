package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.plan.Plan;
import dev.sluice.local.service.Service;
import dev.sluice.local.supervision.Family;
import java.io.IOException;
import java.util.List;

/** The steps that bring up our services, each as soon as the servers that it needs are there. */
final class Services {

    private record Definition(String name, Slot slot, List<String> needs) {}

    private static final List<Definition> ALL = List.of(
            new Definition("command-service", Slot.COMMAND, List.of("mysql", "topics")),
            new Definition("projector", Slot.PROJECTOR, List.of("topics", "redis", "elasticsearch")),
            new Definition("query-service", Slot.QUERY, List.of("elasticsearch")),
            new Definition("edge", Slot.EDGE, List.of("topics", "redis", "issuer")));

    private final Home home;
    private final Addresses addresses;
    private final Family family;
    private final AotCaches caches;

    Services(Home home, Addresses addresses, Family family, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.family = family;
        this.caches = caches;
    }

    void add(Plan plan) {
        for (Definition definition : ALL) {
            plan.step(definition.name(), definition.needs(), () -> start(definition));
        }
    }

    private String start(Definition definition) throws IOException, InterruptedException {
        family.start(new Service(definition.name(), definition.slot(), home, addresses, caches));
        return "http://127.0.0.1:" + addresses.port(definition.slot());
    }
}
