package dev.sluice.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class WireNameSerializerTest {

    private final WireNameSerializer serializer = new WireNameSerializer();

    @Test
    void factsAreStoredUnderTheirWireName() {
        var fact = new ReservationRefused(
                "tea", "o1", 3, new Rejection.InsufficientStock("tea", 3, 2), Instant.parse("2026-01-01T12:00:00Z"));
        SerializedObject<byte[]> stored = serializer.serialize(fact, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("stock.ReservationRefused.v1");
        assertThat(stored.getType().getRevision()).isNull();
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .contains("\"expiresAt\":\"2026-01-01T12:00:00Z\"")
                .doesNotContain("dev.sluice");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(fact);
    }

    @Test
    void metaDataKeepsItsOwnWay() {
        MetaData metaData = MetaData.from(Map.of("a", "b"));
        SerializedObject<byte[]> stored = serializer.serialize(metaData, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(metaData);
    }
}
