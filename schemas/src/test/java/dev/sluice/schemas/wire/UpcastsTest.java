package dev.sluice.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.wire.Upcasts.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With versions that never were: the shop counted in dozens once, and called it pieces before. */
class UpcastsTest {
    private static final String PIECES = "stock.StockCounted.v-1";
    private static final String DOZENS = "stock.StockCounted.v0";
    private static final String NOW = "stock.StockCounted.v1";

    private static final Step RENAMED = new Step(PIECES, DOZENS, data -> {
        data.set("dozens", data.remove("pieces"));
        return data;
    });
    private static final Step COUNTED_SINGLY = new Step(DOZENS, NOW, data -> {
        data.put("onHand", data.remove("dozens").asLong() * 12);
        return data;
    });

    private final Upcasts upcasts = new Upcasts(List.of(RENAMED, COUNTED_SINGLY));

    @Test
    void whatWasStoredLongAgoIsReadAsWhatItIsToday() {
        StockCounted today = new StockCounted("MUG", 24, 3);

        assertThat(read(NOW, "{\"sku\":\"MUG\",\"onHand\":24,\"reserved\":3}")).isEqualTo(today);
        assertThat(read(DOZENS, "{\"sku\":\"MUG\",\"dozens\":2,\"reserved\":3}"))
                .isEqualTo(today);
        assertThat(read(PIECES, "{\"sku\":\"MUG\",\"pieces\":2,\"reserved\":3}"))
                .isEqualTo(today);
        assertThat(upcasts.classOf(PIECES)).isEqualTo(StockCounted.class);
    }

    @Test
    void aNameThatNobodyEverWroteIsUnknown() {
        assertThat(upcasts.classOf("stock.StockGuessed.v1")).isNull();
        assertThatExceptionOfType(UnreadableMessage.class)
                .isThrownBy(() -> read("stock.StockGuessed.v1", "{}"))
                .withMessageContaining("stock.StockGuessed.v1");
    }

    @Test
    void aStepLeadsFromWhatIsNotWrittenToWhatIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasts(List.of(new Step(NOW, NOW, data -> data))))
                .withMessageContaining("still written");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasts(List.of(RENAMED)))
                .withMessageContaining("becomes " + DOZENS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasts(List.of(COUNTED_SINGLY, COUNTED_SINGLY)))
                .withMessageContaining("two things");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasts(List.of(RENAMED, new Step(DOZENS, PIECES, data -> data))));
    }

    private Object read(String type, String json) {
        return upcasts.read(type, json.getBytes(StandardCharsets.UTF_8));
    }
}
