package dev.sluice.command.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Incoming.Unworkable;
import dev.sluice.command.turn.Position;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final Message<Payload> COUNT =
            new Message<>("m1", "/edge", "tea", Instant.EPOCH, null, new CountStock("op", "tea", 5));

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>("commands.stock", 2, 7, "tea".getBytes(StandardCharsets.UTF_8), value);
    }

    private static ConsumerRecord<byte[], byte[]> record(String value) {
        return record(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String element() {
        return new String(MessageCodec.element(COUNT), StandardCharsets.UTF_8);
    }

    @Test
    void aRecordOfTheEdgeIsOneMessage() {
        ConsumerRecord<byte[], byte[]> record = record(MessageCodec.data(COUNT.data()));
        MessageCodec.headers(COUNT).forEach((name, value) -> record.headers().add(name, value));
        assertThat(RecordReader.read(record))
                .containsExactly(new Legible(2, new Position(7, 0), new Position(8, 0), COUNT));
    }

    @Test
    void aPackIsManyEachAtItsPlace() {
        assertThat(RecordReader.read(record("[" + element() + "," + element() + "]")))
                .containsExactly(
                        new Legible(2, new Position(7, 0), new Position(7, 1), COUNT),
                        new Legible(2, new Position(7, 1), new Position(8, 0), COUNT));
    }

    @Test
    void aBadMessageOfAPackStandsAlone() {
        String bad = "{\"id\":\"1\",\"subject\":\"mug\",\"type\":\"no.Such.v1\"}";
        List<Incoming> inputs = RecordReader.read(record("[" + element() + "," + bad + "," + element() + "]"));
        assertThat(inputs).hasSize(3);
        assertThat(inputs.get(0)).isInstanceOf(Legible.class);
        assertThat(inputs.get(2)).isEqualTo(new Legible(2, new Position(7, 2), new Position(8, 0), COUNT));
        Unworkable unworkable = (Unworkable) inputs.get(1);
        assertThat(unworkable.key()).isEqualTo("mug");
        assertThat(unworkable.position()).isEqualTo(new Position(7, 1));
        assertThat(unworkable.content()).contains("no.Such.v1");
    }

    @Test
    void nothingOfARecordIsLostThatOnlyAnotherVersionCanRead() {
        ConsumerRecord<byte[], byte[]> record = record("{\"sku\":\"tea\"}");
        MessageCodec.headers(COUNT).forEach((name, value) -> record.headers().add(name, value));
        assertThat(RecordReader.read(record))
                .singleElement()
                .satisfies(input -> assertThat(Json.MAPPER.readTree(input.content()))
                        .isEqualTo(Json.MAPPER.readTree("{\"specversion\":\"1.0\",\"id\":\"m1\",\"source\":\"/edge\","
                                + "\"type\":\"stock.CountStock.v1\",\"subject\":\"tea\",\"time\":\"1970-01-01T00:00:00Z\","
                                + "\"data\":{\"sku\":\"tea\"}}")));
    }

    @Test
    void whatIsNoJsonIsKeptAsTextAndWhatIsNoTextAsBytes() {
        assertThat(RecordReader.read(record("{ no JSON")).getFirst().content()).isEqualTo("{\"data\":\"{ no JSON\"}");
        assertThat(RecordReader.read(record(new byte[] {(byte) 0xff}))
                        .getFirst()
                        .content())
                .isEqualTo("{\"data_base64\":\"/w==\"}");
    }

    @Test
    void whatIsNoMessageKeepsItsPlaceAndItsKey() {
        for (ConsumerRecord<byte[], byte[]> record :
                List.of(record("{"), record("["), record(""), record((byte[]) null))) {
            assertThat(RecordReader.read(record)).singleElement().satisfies(input -> {
                assertThat(input).isInstanceOf(Unworkable.class);
                assertThat(input.key()).isEqualTo("tea");
                assertThat(input.position()).isEqualTo(new Position(7, 0));
                assertThat(input.next()).isEqualTo(new Position(8, 0));
            });
        }
    }
}
