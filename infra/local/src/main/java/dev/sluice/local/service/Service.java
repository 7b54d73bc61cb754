package dev.sluice.local.service;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCache;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.HttpCheck;
import dev.sluice.local.process.JavaCommand;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our services, from its stage. */
public final class Service implements Server {

    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx256m", "-Xss512k", "-XX:ReservedCodeCacheSize=96m");

    private final String name;
    private final Slot slot;
    private final Home home;
    private final Addresses addresses;
    private final Stage stage;
    private final AotCache cache;
    private final HttpCheck http = new HttpCheck();

    public Service(String name, Slot slot, Home home, Addresses addresses, AotCaches caches) throws IOException {
        this.name = name;
        this.slot = slot;
        this.home = home;
        this.addresses = addresses;
        this.stage = Stage.of(home, name);
        this.cache = caches.of(name, stage.directory(), stage.directory().resolve("lib"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return addresses.port(slot);
    }

    @Override
    public Program program() throws IOException {
        return new Program(
                new JavaCommand().with(cache.options()).with(OPTIONS).jar(stage.jar()),
                environment(),
                home.data(name),
                home.log(name),
                Duration.ofSeconds(15));
    }

    @Override
    public Optional<AotCache> cache() {
        return Optional.of(cache);
    }

    @Override
    public void check(long pid) throws IOException, InterruptedException {
        http.get("http://127.0.0.1:" + port() + "/health/ready");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(addresses.variables());
        environment.put("SLUICE_HOME", home.directory().toString());
        return environment;
    }
}
