package dev.sluice.projector.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Generations.Scratch;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

    private final Generations first = Generations.first(Projection.OPERATIONS);

    @Test
    void aRebuildStartsTheNextGenerationBesideTheLiveOne() {
        Generations building = from(first).begin(5_000, 1);

        assertThat(building.live()).isEqualTo(1);
        assertThat(building.building()).isEqualTo(2);
        assertThat(building.factsPerSecond()).isEqualTo(5_000);
        assertThat(building.term()).isEqualTo(first.term());
        assertThat(building.by()).isEqualTo("ada");
        assertThatThrownBy(() -> from(building).begin(0, 1))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("cancel");
    }

    @Test
    void itIsPausedAndThrottledAndGoesOn() {
        Generations building = from(first).begin(0, 1);

        Generations paused = from(from(building).pause(true)).throttle(10);
        assertThat(paused.paused()).isTrue();
        assertThat(paused.factsPerSecond()).isEqualTo(10);
        assertThat(from(paused).pause(false).paused()).isFalse();
    }

    @Test
    void whatIsCancelledIsDeletedAndItsNumberIsNotUsedAgain() {
        Generations cancelled = from(from(first).begin(0, 1)).cancel();

        assertThat(cancelled.building()).isZero();
        assertThat(cancelled.retired()).containsExactly(2);
        assertThat(from(cancelled).begin(0, 1).building()).isEqualTo(3);
        assertThat(from(cancelled).removed(2).retired()).isEmpty();
    }

    @Test
    void aSwapKeepsTheOneBeforeAndARollbackIsTheSameAgain() {
        Generations swapped = from(from(first).begin(0, 1)).swap(2);

        assertThat(swapped.live()).isEqualTo(2);
        assertThat(swapped.previous()).isEqualTo(1);
        assertThat(swapped.term()).isEqualTo(first.term() + 1);
        assertThat(swapped.retired()).isEmpty();
        Generations back = from(swapped).rollBack();
        assertThat(back.live()).isEqualTo(1);
        assertThat(back.previous()).isEqualTo(2);
        assertThat(back.term()).isEqualTo(first.term() + 2);
        assertThat(from(back).rollBack().live()).isEqualTo(2);
    }

    @Test
    void onlyTheOneThatWasLookedAtBecomesLive() {
        Generations building = from(first).begin(0, 1);

        assertThatThrownBy(() -> from(building).swap(3)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> from(first).swap(2)).isInstanceOf(NotNow.class);
    }

    @Test
    void theOneBeforeGoesWithTheNextRebuildOrWithTime() {
        Generations swapped = from(from(first).begin(0, 1)).swap(2);

        Generations next = from(swapped).begin(0, 1);
        assertThat(next.previous()).isZero();
        assertThat(next.retired()).containsExactly(1);
        assertThat(from(swapped).dropPrevious().retired()).containsExactly(1);
        assertThatThrownBy(() -> from(next).rollBack()).isInstanceOf(NotNow.class);
    }

    @Test
    void aRebuildSurvivesARollback() {
        Generations swapped = from(from(first).begin(0, 1)).swap(2);
        Generations again = from(from(swapped).rollBack()).rollBack();

        assertThat(again.building()).isZero();
        assertThatThrownBy(() -> from(again).cancel()).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> from(again).pause(true)).isInstanceOf(NotNow.class);
    }

    @Test
    void aGenerationKeepsItsShapeForAsLongAsItIsThere() {
        Generations building = from(from(first).shape(2)).begin(0, 3);

        assertThat(first.shape(1)).isEqualTo(1);
        assertThat(building.shape(1)).isEqualTo(2);
        assertThat(from(building).swap(2).shape(2)).isEqualTo(3);
        assertThat(from(from(building).cancel()).removed(2).shapes()).containsOnlyKeys(1);
    }

    @Test
    void aScratchGenerationStandsBesideAllThatAndNeverGoesLive() {
        Generations scratch = from(from(first).begin(0, 1)).beginScratch("debug", "2026-01-01T00:00Z", 100, 2);

        assertThat(scratch.building()).isEqualTo(2);
        assertThat(scratch.scratches()).containsExactly(new Scratch("debug", 3, "2026-01-01T00:00Z", 100));
        assertThat(scratch.shape(3)).isEqualTo(2);
        assertThatThrownBy(() -> from(scratch).swap(3)).isInstanceOf(NotNow.class);
        assertThat(from(scratch).swap(2).scratches()).isEqualTo(scratch.scratches());
        assertThatThrownBy(() -> from(scratch).beginScratch("debug", "", 0, 1))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("another name");
    }

    @Test
    void aScratchGenerationIsDeletedByItsName() {
        Generations scratch = from(from(first).beginScratch("a", "", 0, 1)).beginScratch("b", "", 0, 1);

        Generations dropped = from(scratch).dropScratch("a");
        assertThat(dropped.scratches()).extracting(Scratch::name).containsExactly("b");
        assertThat(dropped.retired()).containsExactly(2);
        assertThatThrownBy(() -> from(dropped).dropScratch("a")).hasMessageContaining("[b]");
        Generations three = from(from(dropped).beginScratch("c", "", 0, 1)).beginScratch("d", "", 0, 1);
        assertThatThrownBy(() -> from(three).beginScratch("e", "", 0, 1)).hasMessageContaining("delete one");
    }

    private static Transitions from(Generations now) {
        return new Transitions(now, AT, "ada");
    }
}
