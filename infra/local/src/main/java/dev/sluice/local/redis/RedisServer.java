package dev.sluice.local.redis;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.debian.Native;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Redis with an append-only file. */
public final class RedisServer implements Server {

    private final Home home;
    private final Addresses addresses;
    private final Native redis;

    public RedisServer(Home home, Addresses addresses, Native redis) {
        this.home = home;
        this.addresses = addresses;
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return addresses.port(Slot.REDIS);
    }

    @Override
    public Program program() throws IOException {
        Files.createDirectories(home.data(name()));
        return new Program(
                List.of(
                        redis.executable().toString(),
                        "--port",
                        Integer.toString(port()),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        home.data(name()).toString(),
                        "--appendonly",
                        "yes",
                        "--save",
                        "",
                        "--loglevel",
                        "notice"),
                redis.environment(),
                home.data(name()),
                home.log(name()),
                Duration.ofSeconds(10));
    }

    @Override
    public void check(long pid) throws IOException {
        RedisCheck.run(port(), pid);
    }
}
