package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveGenerationsTest {
    private final LiveGenerations generations = new LiveGenerations();

    @Test
    void nobodyKnowsBeforeAllIsRead() {
        generations.hear(of(2, 2), 0);
        assertThat(generations.live(Projection.OPERATIONS)).isNull();

        generations.caughtUp();

        assertThat(generations.live(Projection.OPERATIONS)).isEqualTo(new Live(Projection.OPERATIONS, 2, 2));
        assertThat(generations.live(Projection.ORDER_STATUS)).isEqualTo(new Live(Projection.ORDER_STATUS, 1, 1));
    }

    @Test
    void whatIsReadAgainFromTheBeginningChangesNothing() {
        generations.caughtUp();
        generations.hear(of(2, 2), 0);
        generations.hear(of(1, 3), 1);
        generations.hear(of(2, 2), 0);

        assertThat(generations.live(Projection.OPERATIONS)).isEqualTo(new Live(Projection.OPERATIONS, 1, 3));
    }

    @Test
    void whoeverListensIsToldOfEachChange() {
        AtomicInteger told = new AtomicInteger();
        generations.onChange(told::incrementAndGet);
        generations.hear(of(2, 2), 0);
        generations.caughtUp();
        generations.hear(of(1, 3), 1);

        assertThat(told).hasValue(2);
    }

    @Test
    void afterAChangeEveryDocumentIsNewerAlsoAfterARollback() {
        Live before = new Live(Projection.OPERATIONS, 2, 2);
        Live rolledBack = new Live(Projection.OPERATIONS, 1, 3);

        assertThat(rolledBack.version(0)).isGreaterThan(before.version(1_000_000_000_000L));
        assertThat(before.version(7)).isGreaterThan(before.version(6));
    }

    @Test
    void whatRedisMirrorsIsReadAsItWas() {
        Live live = new Live(Projection.OPERATIONS, 12, 34);

        assertThat(Live.mirrored(Projection.OPERATIONS, live.mirror())).isEqualTo(live);
        assertThat(Live.mirrored(Projection.OPERATIONS, null)).isEqualTo(new Live(Projection.OPERATIONS, 1, 1));
    }

    private static Generations of(int live, long term) {
        return new Generations(
                "operations", live, 0, 0, 2, term, false, 0, List.of(), Map.of(), List.of(), Instant.EPOCH, "ada");
    }
}
