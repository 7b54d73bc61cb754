package dev.sluice.projector.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.wire.CloudEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TransitTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.100Z");

    private final Transit transit = new Transit(InstantSource.fixed(NOW), Duration.ofMillis(500));

    @Test
    void itCountsFromTheFactsOwnTime() {
        transit.ended(record(NOW.toEpochMilli(), "2026-01-01T12:00:00.065Z"));

        assertThat(transit.slowest()).isEqualTo(535);
    }

    @Test
    void whereNoTimeCanBeReadItCountsFromTheRecords() {
        transit.ended(record(NOW.toEpochMilli() - 20, "noon"));

        assertThat(transit.slowest()).isEqualTo(520);
    }

    @Test
    void theSlowestIsTakenAndForgottenAfterTwoLooks() {
        transit.ended(record(NOW.toEpochMilli() - 900, "-"));
        transit.ended(record(NOW.toEpochMilli() - 100, "-"));

        assertThat(transit.slowest()).isEqualTo(1_400);
        assertThat(transit.slowest()).isEqualTo(1_400);
        assertThat(transit.slowest()).isZero();
    }

    private static ConsumerRecord<byte[], byte[]> record(long timestamp, String time) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEvents.TIME, time.getBytes(UTF_8));
        return new ConsumerRecord<>(
                "views",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                1,
                1,
                new byte[] {1},
                new byte[] {1},
                headers,
                Optional.empty());
    }
}
