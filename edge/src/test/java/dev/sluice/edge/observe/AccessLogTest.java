package dev.sluice.edge.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.exchange.Exchange;
import dev.sluice.edge.http.Trace;
import dev.sluice.schemas.message.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AccessLogTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:01Z");

    @TempDir
    Path home;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void writesALineOfJsonForEachRequest() throws IOException {
        Path file = home.resolve("logs").resolve("access.log");
        AccessLog log = log(file, 1 << 20, 100);
        log.ended(exchange(202, Trace.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), true));
        log.ended(exchange(Exchange.LEFT, null, false));
        log.start();
        log.stop();

        List<JsonNode> lines = Files.readAllLines(file).stream()
                .map(line -> Json.MAPPER.readTree(line))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().toString())
                .isEqualTo("{\"time\":\"2026-01-01T00:00:00.000000Z\",\"client\":\"192.0.2.1\",\"method\":\"POST\","
                        + "\"route\":\"/orders\",\"status\":202,\"bytes\":7,\"us\":1000000,"
                        + "\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}");
        assertThat(lines.getLast().path("cut").asBoolean(false)).isTrue();
    }

    @Test
    void whatTheDiskIsTooSlowForIsDroppedAndCounted() {
        AccessLog log = log(home.resolve("never-opened"), 1 << 20, 10);

        IntStream.range(0, 25).forEach(_ -> log.ended(exchange(200, null, true)));

        assertThat(dropped()).isEqualTo(15);
    }

    @Test
    void aFullDiskStopsNobody() {
        AccessLog log = log(Path.of("/dev/full"), 1 << 20, 10);
        log.start();
        log.ended(exchange(200, null, true));

        await().until(() -> dropped() == 1);
        log.stop();
    }

    @Test
    void keepsALimitedNumberOfFiles() throws IOException {
        Path file = home.resolve("access.log");
        AccessLog log = log(file, 100, 10);
        log.start();
        for (int status = 200; status < 206; status++) {
            int written = status;
            log.ended(exchange(status, null, true));
            await().until(() -> Files.exists(home.resolve("access.log.1"))
                    && Files.readString(home.resolve("access.log.1")).contains("\"status\":" + written));
        }
        log.stop();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("access.log.1", "access.log.2");
        }
        assertThat(home.resolve("access.log.2")).content().contains("\"status\":204");
    }

    private AccessLog log(Path file, long largest, int room) {
        return new AccessLog(new LogFile(file, largest, 2), room, Clock.fixed(NOW, ZoneOffset.UTC), meters);
    }

    private double dropped() {
        return meters.get("sluice.edge.access.log.dropped").counter().count();
    }

    private static Exchange exchange(int status, @Nullable Trace trace, boolean whole) {
        return new Exchange(
                "192.0.2.1", "POST", "/orders", status, 7, Duration.ofSeconds(1).toNanos(), trace, whole);
    }
}
