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

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xss512k");

    private final Kind kind;
    private final Home home;
    private final Addresses addresses;
    private final Stage stage;
    private final AotCache cache;
    private final HttpCheck http = new HttpCheck();

    /**
     * What to run of a module.
     *
     * @param memory the JVM's bounds
     * @param settings its environment beyond the addresses that all get
     */
    public record Kind(String name, String module, Slot slot, List<String> memory, Map<String, String> settings) {}

    public Service(Kind kind, Home home, Addresses addresses, AotCaches caches) throws IOException {
        this.kind = kind;
        this.home = home;
        this.addresses = addresses;
        this.stage = Stage.of(home, kind.module());
        this.cache =
                caches.of(kind.module(), stage.directory(), stage.directory().resolve("lib"));
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int port() {
        return addresses.port(kind.slot());
    }

    @Override
    public Program program() throws IOException {
        return new Program(
                new JavaCommand()
                        .with(cache.options())
                        .with(OPTIONS)
                        .with(kind.memory())
                        .jar(stage.jar()),
                environment(),
                home.data(name()),
                home.log(name()),
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
        environment.putAll(kind.settings());
        return environment;
    }
}
