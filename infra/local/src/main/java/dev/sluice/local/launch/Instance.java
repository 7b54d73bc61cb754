package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Ports;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.home.Leftovers;
import dev.sluice.local.home.State.Phase;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.issuer.Issuer;
import dev.sluice.local.plan.Plan;
import dev.sluice.local.plan.Progress;
import dev.sluice.local.supervision.Family;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One running Sluice: its servers and services from the first step up to the last step down. */
public final class Instance {

    /** What uses others stops before them. */
    private static final List<List<String>> DOWN = List.of(
            List.of("edge", "query-service"),
            Stream.concat(Services.ofCommands(), Stream.of("projector")).toList(),
            List.of("connect"),
            List.of("mysql", "kafka", "redis", "elasticsearch"));

    private final Home home;
    private final Addresses addresses;
    private final Family family;
    private volatile @Nullable Issuer issuer;

    public Instance(Home home, Map<String, String> environment) throws IOException {
        this.home = home;
        this.addresses = new Addresses(environment, Ports.choose(home, environment));
        this.family = new Family(
                new StateFile(home),
                addresses.variables(),
                name -> home.log(name).toString());
    }

    public void up(Progress progress, Options options) throws Exception {
        long started = System.nanoTime();
        family.become(Phase.STARTING);
        Plan plan = new Plan().step("issuer", List.of(), this::issuer);
        AotCaches caches = new AotCaches(home, options.caches());
        Servers servers = new Servers(home, addresses, family, caches);
        servers.add(plan, options.extent());
        new Services(home, addresses, family, caches).add(plan, options.extent(), options.apart());
        servers.addCapture(plan);
        plan.run(progress);
        trim();
        progress.say("Sluice is up after %.1f s.".formatted((System.nanoTime() - started) / 1e9));
        greet(progress, options);
        if (options.caches()) {
            cache(progress);
        }
        family.become(Phase.READY);
    }

    /** After the start, when all that is in use is marked. */
    private void trim() throws IOException {
        Instant now = Clock.systemUTC().instant();
        Leftovers.trim(home.cache().resolve("stages"), now);
        Leftovers.trim(home.cache().resolve("aot"), now);
    }

    public void down() throws InterruptedException {
        family.stop(DOWN);
        Issuer open = issuer;
        if (open != null) {
            open.close();
        }
    }

    private void greet(Progress progress, Options options) throws IOException, InterruptedException {
        if (!family.has("edge")) {
            return;
        }
        Shop shop = new Shop(home, addresses);
        if (options.demo()) {
            shop.open(progress);
        }
        if (addresses.embedded(Slot.ISSUER)) {
            shop.invite(progress);
        }
    }

    private void cache(Progress progress) throws InterruptedException {
        Caching caching = new Caching(home, family);
        if (caching.due()) {
            progress.say("It works already. Keeping what the JVMs learned, for a quicker start next time ...");
            long started = System.nanoTime();
            int made = caching.run();
            progress.done("caches", System.nanoTime() - started, made + " made");
        }
    }

    private String issuer() throws IOException, InterruptedException {
        if (addresses.embedded(Slot.ISSUER)) {
            issuer = new Issuer(home, addresses.issuer(), Clock.systemUTC());
            return addresses.issuer();
        }
        Foreign.reach(Slot.ISSUER, addresses);
        return addresses.issuer() + " (not ours)";
    }
}
