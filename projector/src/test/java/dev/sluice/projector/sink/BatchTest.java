package dev.sluice.projector.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Batch batch = new Batch();

    @Test
    void itKeepsTheLatestOfEachDocumentAndHowFarItGoes() {
        add(0, 5, "a", "old");
        add(1, 3, "b", "one");
        add(0, 6, "a", "new");

        assertThat(batch.pieces(1_000))
                .singleElement()
                .satisfies(
                        piece -> assertThat(piece).extracting(Document::version).containsExactly(6L, 3L));
        assertThat(batch.next()).isEqualTo(Map.of(0, 7L, 1, 4L));
        assertThat(batch.bytes()).isEqualTo(6);
    }

    @Test
    void noPieceIsHeavierThanAllowedUnlessOneDocumentIs() {
        add(0, 1, "a", "12345");
        add(0, 2, "b", "12345");
        add(0, 3, "c", "123456789012345");
        add(0, 4, "d", "1");

        assertThat(batch.pieces(10)).map(List::size).containsExactly(2, 1, 1);
    }

    @Test
    void whatWasOfAPartitionThatIsGoneIsDropped() {
        add(0, 1, "a", "1");
        add(1, 1, "b", "12");
        batch.drop(Set.of(1));

        assertThat(batch.next()).isEqualTo(Map.of(0, 2L));
        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.bytes()).isEqualTo(1);
    }

    @Test
    void aTombstoneWeighsNothing() {
        add(0, 1, "a", "12345");
        batch.add(new ConsumerRecord<>("view", 0, 2, "a".getBytes(UTF_8), null));

        assertThat(batch.bytes()).isZero();
        assertThat(batch.pieces(10).getFirst().getFirst().json()).isNull();
    }

    private void add(int partition, long offset, String id, String json) {
        batch.add(new ConsumerRecord<>("view", partition, offset, id.getBytes(UTF_8), json.getBytes(UTF_8)));
    }
}
