package dev.sluice.command.tcc;

import static dev.sluice.schemas.tcc.BranchOutcome.IN_DOUBT;
import static dev.sluice.schemas.tcc.BranchOutcome.REVERSED;
import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reverse: what a branch had taken goes back, once. */
class ReversalsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);

    private final Branches branches = new Branches();

    private Verdict decide(BranchCommand command) {
        return decide(command, NOW);
    }

    private Verdict decide(BranchCommand command, Instant now) {
        return branches.decide(command, now, (_, _) -> null);
    }

    private static ReverseBranch reversal(String returnId, long amount) {
        return new ReverseBranch("order", STOCK, "tea", returnId, amount, "pcs", EXPIRY);
    }

    @Test
    void givesBackWhetherOrNotTheBranchIsStillRemembered() {
        assertThat(decide(reversal("r1", 2)))
                .isEqualTo(Verdict.of(new Verdict.Change.GiveBack(reversal("r1", 2)), REVERSED));
        branches.tried("order", 3, "pcs", EXPIRY);
        branches.confirmed("order");
        assertThat(decide(reversal("r1", 2)).outcome()).isEqualTo(REVERSED);
    }

    @Test
    void aRepeatIsAnsweredAsBefore() {
        branches.reversed("order", "r1", 2, "pcs", EXPIRY);
        assertThat(decide(reversal("r1", 2))).isEqualTo(Verdict.repeat(REVERSED));
        assertThat(decide(reversal("r1", 2), EXPIRY.plusSeconds(1))).isEqualTo(Verdict.repeat(REVERSED));
    }

    @Test
    void anotherAmountUnderTheSameIdIsInDoubt() {
        branches.reversed("order", "r1", 2, "pcs", EXPIRY);
        assertThat(decide(reversal("r1", 1)).outcome()).isEqualTo(IN_DOUBT);
    }

    @Test
    void anotherReturnOfTheSameOrderIsNoRepeat() {
        branches.reversed("order", "r1", 2, "pcs", EXPIRY);
        assertThat(decide(reversal("r2", 2)).change()).isInstanceOf(Verdict.Change.GiveBack.class);
    }

    @Test
    void oneThatComesAfterItsExpiryIsInDoubtAndGivesNothing() {
        assertThat(decide(reversal("r1", 2), EXPIRY))
                .extracting(Verdict::outcome)
                .isEqualTo(REVERSED);
        Verdict late = decide(reversal("r1", 2), EXPIRY.plusMillis(1));
        assertThat(late.outcome()).isEqualTo(IN_DOUBT);
        assertThat(late.change()).isEqualTo(new Verdict.Change.None());
    }

    @Test
    void itIsRememberedUntilARepeatWouldBeInDoubtAnyway() {
        branches.reversed("order", "r1", 2, "pcs", EXPIRY);
        Instant aDayLater = EXPIRY.plus(Duration.ofHours(24));
        assertThat(decide(reversal("r1", 2), aDayLater)).isEqualTo(Verdict.repeat(REVERSED));
        assertThat(decide(reversal("r1", 2), aDayLater.plusMillis(1)).outcome()).isEqualTo(IN_DOUBT);
        assertThat(branches.size()).isZero();
    }

    @Test
    void aNegativeAmountIsAFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> decide(reversal("r1", -1)));
    }
}
