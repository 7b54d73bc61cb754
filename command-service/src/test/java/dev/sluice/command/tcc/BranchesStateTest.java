package dev.sluice.command.tcc;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot of an aggregate's branches must keep. */
class BranchesStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final Rejection SHORT = new Rejection.InsufficientStock("tea", 3, 2);

    private final Branches branches = new Branches();

    /** As a snapshot is stored. */
    private Branches again(Instant now) {
        BranchesState state = branches.remember(now);
        Branches again = new Branches();
        again.recall(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(state), BranchesState.class));
        assertThat(again.remember(now)).isEqualTo(state);
        return again;
    }

    @Test
    void everyMarkAnswersAsBefore() {
        branches.tried("tried", 3, "pcs", EXPIRY);
        branches.refused("refused", 3, "pcs", EXPIRY, SHORT);
        branches.tried("confirmed", 3, "pcs", EXPIRY);
        branches.confirmed("confirmed");
        branches.tried("cancelled", 3, "pcs", EXPIRY);
        branches.cancelled("cancelled");
        branches.barred("barred", EXPIRY);
        branches.reversed("confirmed", "r1", 2, "pcs", EXPIRY);
        Branches again = again(NOW);

        assertThat(again.size()).isEqualTo(6);
        for (String order : List.of("tried", "refused", "confirmed", "cancelled", "barred", "none")) {
            for (BranchCommand command : List.of(
                    new TryBranch(order, STOCK, "tea", 3, "pcs", EXPIRY),
                    new TryBranch(order, STOCK, "tea", 4, "pcs", EXPIRY),
                    new ConfirmBranch(order, STOCK, "tea"),
                    new CancelBranch(order, STOCK, "tea", EXPIRY),
                    new ReverseBranch(order, STOCK, "tea", "r1", 2, "pcs", EXPIRY))) {
                assertThat(again.decide(command, NOW, (_, _) -> null))
                        .as("%s", command)
                        .isEqualTo(branches.decide(command, NOW, (_, _) -> null));
            }
        }
    }

    @Test
    void whatIsForgottenByThenIsLeftOut() {
        branches.tried("order", 3, "pcs", EXPIRY);
        branches.confirmed("order");
        branches.tried("open", 1, "pcs", EXPIRY);
        Instant later = EXPIRY.plus(Duration.ofHours(25));
        assertThat(again(later).size()).isEqualTo(1);
    }

    @Test
    void marksAreForgottenAfterItAsTheyWouldHaveBeen() {
        branches.refused("first", 1, "pcs", EXPIRY, SHORT);
        branches.refused("second", 1, "pcs", EXPIRY.plusSeconds(60), SHORT);
        Branches again = again(NOW);
        again.decide(
                new ConfirmBranch("order", STOCK, "tea"),
                EXPIRY.plus(Duration.ofHours(24)).plusSeconds(1),
                (_, _) -> null);
        assertThat(again.size()).isEqualTo(1);
    }
}
