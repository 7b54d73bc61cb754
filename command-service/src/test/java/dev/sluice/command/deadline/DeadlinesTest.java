package dev.sluice.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.deadline.Deadlines.Deadline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");

    private final Deadlines deadlines = new Deadlines();

    private List<String> due(int second) {
        return deadlines.due(T.plusSeconds(second)).stream().map(Deadline::id).toList();
    }

    @Test
    void ordersFallDueAtTheirDeadlineInItsOrder() {
        deadlines.add("b", T.plusSeconds(2));
        deadlines.add("a", T.plusSeconds(1));
        assertThat(due(0)).isEmpty();
        assertThat(deadlines.isAnyDue(T)).isFalse();
        assertThat(due(1)).containsExactly("a");
        assertThat(due(2)).containsExactly("a", "b");
        assertThat(deadlines.isAnyDue(T.plusSeconds(2))).isTrue();
    }

    @Test
    void askingDoesNotSettleAnything() {
        deadlines.add("a", T);
        assertThat(due(0)).containsExactly("a");
        assertThat(due(0)).containsExactly("a");
    }

    @Test
    void aDecidedOrderIsNoLongerLookedAfter() {
        deadlines.add("a", T);
        deadlines.remove(List.of("a"));
        assertThat(due(0)).isEmpty();
    }

    @Test
    void whatWasLookedAfterIsLookedAfterAgainTwiceAsLate() {
        deadlines.add("a", T);
        Deadline deadline = deadlines.due(T).getFirst();
        deadlines.postpone(deadline, T);
        assertThat(due(29)).isEmpty();
        assertThat(due(30)).containsExactly("a");
        deadlines.postpone(deadline, T.plusSeconds(40));
        assertThat(due(79)).isEmpty();
        assertThat(due(80)).containsExactly("a");
    }

    @Test
    void aPartitionThatIsLostTakesItsOrdersAlong() {
        deadlines.add("a", T);
        deadlines.add("b", T);
        deadlines.removeIf("a"::equals);
        assertThat(due(0)).containsExactly("b");
    }
}
