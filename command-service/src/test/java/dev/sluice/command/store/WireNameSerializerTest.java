package dev.sluice.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.wire.Upcasts;
import dev.sluice.schemas.wire.Upcasts.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
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
    void whatWasStoredByAnEarlierVersionIsReadAsItIsToday() {
        String old = "stock.StockCounted.v0";
        Upcasts upcasts = new Upcasts(List.of(new Step(old, "stock.StockCounted.v1", data -> {
            data.put("onHand", data.remove("dozens").asLong() * 12);
            return data;
        })));
        byte[] row = "{\"sku\":\"tea\",\"dozens\":2,\"reserved\":1}".getBytes(StandardCharsets.UTF_8);
        WireNameSerializer reading = new WireNameSerializer(upcasts);

        assertThat(reading.classForType(new SimpleSerializedType(old, null))).isEqualTo(StockCounted.class);
        assertThat(reading.<byte[], Object>deserialize(new SimpleSerializedObject<>(row, byte[].class, old, null)))
                .isEqualTo(new StockCounted("tea", 24, 1));
    }

    @Test
    void metaDataKeepsItsOwnWay() {
        MetaData metaData = MetaData.from(Map.of("a", "b"));
        SerializedObject<byte[]> stored = serializer.serialize(metaData, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(metaData);
    }
}
