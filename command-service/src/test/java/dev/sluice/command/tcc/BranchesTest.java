package dev.sluice.command.tcc;

import static dev.sluice.schemas.tcc.BranchOutcome.CANCELLED;
import static dev.sluice.schemas.tcc.BranchOutcome.CONFIRMED;
import static dev.sluice.schemas.tcc.BranchOutcome.IN_DOUBT;
import static dev.sluice.schemas.tcc.BranchOutcome.REFUSED;
import static dev.sluice.schemas.tcc.BranchOutcome.TRIED;
import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One test per cell of the table in the package's documentation, and what surrounds it. */
class BranchesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final Change NOTHING = new Change.None();
    private static final Rejection SHORT = new Rejection.InsufficientStock("tea", 3, 2);

    private final Branches branches = new Branches();
    private @Nullable Rejection shortage;

    private static TryBranch attempt(long amount) {
        return new TryBranch("order", STOCK, "tea", amount, "pcs", EXPIRY);
    }

    private static ConfirmBranch confirm() {
        return new ConfirmBranch("order", STOCK, "tea");
    }

    private static CancelBranch cancel() {
        return new CancelBranch("order", STOCK, "tea", EXPIRY);
    }

    private Verdict decide(BranchCommand command) {
        return decide(command, NOW);
    }

    private Verdict decide(BranchCommand command, Instant now) {
        return branches.decide(command, now, (_, _) -> shortage);
    }

    private void tried() {
        branches.tried("order", 3, "pcs", EXPIRY);
    }

    private void refused() {
        branches.refused("order", 3, "pcs", EXPIRY, SHORT);
    }

    private void confirmed() {
        tried();
        branches.confirmed("order");
    }

    private void cancelled() {
        tried();
        branches.cancelled("order");
    }

    @Nested
    class None {
        @Test
        void aTryReserves() {
            assertThat(decide(attempt(3))).isEqualTo(Verdict.of(new Change.Reserve(attempt(3)), TRIED));
        }

        @Test
        void aTryThatCannotBeGrantedIsRefused() {
            shortage = SHORT;
            assertThat(decide(attempt(3))).isEqualTo(Verdict.refuse(attempt(3), SHORT));
        }

        @Test
        void aTryAfterItsExpiryIsRefusedWithoutAMark() {
            Verdict verdict = decide(attempt(3), EXPIRY.plusMillis(1));
            assertThat(verdict.change()).isEqualTo(NOTHING);
            assertThat(verdict.outcome()).isEqualTo(REFUSED);
            assertThat(verdict.rejection()).isEqualTo(new Rejection.DeadlinePassed(EXPIRY));
        }

        @Test
        void aTryAtItsExpiryIsInTime() {
            assertThat(decide(attempt(3), EXPIRY).outcome()).isEqualTo(TRIED);
        }

        @Test
        void aTryForANegativeAmountIsAFault() {
            assertThatIllegalArgumentException().isThrownBy(() -> decide(attempt(-1)));
        }

        @Test
        void aConfirmIsInDoubt() {
            assertThat(decide(confirm())).isEqualTo(Verdict.inDoubt("confirmed, but never tried"));
        }

        @Test
        void aCancelLeavesAMark() {
            assertThat(decide(cancel())).isEqualTo(Verdict.of(new Change.Bar(EXPIRY), CANCELLED));
        }
    }

    @Nested
    class Tried {
        @Test
        void aTryIsAnsweredAsBefore() {
            tried();
            shortage = SHORT;
            assertThat(decide(attempt(3))).isEqualTo(Verdict.repeat(TRIED));
        }

        @Test
        void aTryIsAnsweredAsBeforeEvenAfterItsExpiry() {
            tried();
            assertThat(decide(attempt(3), EXPIRY.plus(Duration.ofDays(30)))).isEqualTo(Verdict.repeat(TRIED));
        }

        @Test
        void aTryForAnotherAmountIsInDoubt() {
            tried();
            assertThat(decide(attempt(4)).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aConfirmTakes() {
            tried();
            assertThat(decide(confirm())).isEqualTo(Verdict.of(new Change.Take(3), CONFIRMED));
        }

        @Test
        void aCancelReleases() {
            tried();
            assertThat(decide(cancel())).isEqualTo(Verdict.of(new Change.Release(3), CANCELLED));
        }
    }

    @Nested
    class Refused {
        @Test
        void aTryIsRefusedForTheSameReason() {
            refused();
            assertThat(decide(attempt(3))).isEqualTo(Verdict.refused(SHORT));
        }

        @Test
        void aTryForAnotherAmountIsInDoubt() {
            refused();
            assertThat(decide(attempt(1)).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aConfirmIsInDoubt() {
            refused();
            assertThat(decide(confirm()).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aCancelHasNothingToDo() {
            refused();
            assertThat(decide(cancel())).isEqualTo(Verdict.repeat(CANCELLED));
        }
    }

    @Nested
    class Confirmed {
        @Test
        void aTryIsAnsweredAsBefore() {
            confirmed();
            assertThat(decide(attempt(3))).isEqualTo(Verdict.repeat(TRIED));
        }

        @Test
        void aTryForAnotherAmountIsInDoubt() {
            confirmed();
            assertThat(decide(attempt(4)).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aConfirmIsAnsweredAsBefore() {
            confirmed();
            assertThat(decide(confirm())).isEqualTo(Verdict.repeat(CONFIRMED));
        }

        @Test
        void aCancelIsInDoubt() {
            confirmed();
            assertThat(decide(cancel()).outcome()).isEqualTo(IN_DOUBT);
        }
    }

    @Nested
    class Cancelled {
        @Test
        void aTryIsRefusedSoThatItDoesNotHang() {
            cancelled();
            assertThat(decide(attempt(3))).isEqualTo(Verdict.refused(new Rejection.BranchCancelled()));
        }

        @Test
        void aTryAfterAnEmptyCancelIsRefusedToo() {
            branches.barred("order", EXPIRY);
            assertThat(decide(attempt(3))).isEqualTo(Verdict.refused(new Rejection.BranchCancelled()));
        }

        @Test
        void aTryForAnotherAmountIsInDoubt() {
            cancelled();
            assertThat(decide(attempt(4)).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aConfirmIsInDoubt() {
            cancelled();
            assertThat(decide(confirm()).outcome()).isEqualTo(IN_DOUBT);
        }

        @Test
        void aCancelIsAnsweredAsBefore() {
            cancelled();
            assertThat(decide(cancel())).isEqualTo(Verdict.repeat(CANCELLED));
        }
    }

    @Nested
    class Memory {
        private final Instant aDayAfterExpiry = EXPIRY.plus(Duration.ofHours(24));

        @Test
        void finishedMarksAreForgottenADayAfterTheirExpiry() {
            confirmed();
            branches.refused("another", 1, "pcs", EXPIRY, SHORT);
            decide(confirm(), aDayAfterExpiry);
            assertThat(branches.size()).isEqualTo(2);
            assertThat(decide(confirm(), aDayAfterExpiry.plusMillis(1)).outcome())
                    .isEqualTo(IN_DOUBT);
            assertThat(branches.size()).isZero();
        }

        @Test
        void aForgottenMarkBehindOneThatStaysIsAsGoodAsGone() {
            branches.refused("long lived", 1, "pcs", EXPIRY.plusSeconds(60), SHORT);
            confirmed();
            assertThat(decide(confirm(), aDayAfterExpiry.plusMillis(1)).outcome())
                    .isEqualTo(IN_DOUBT);
        }

        @Test
        void aReservationIsNeverForgotten() {
            tried();
            assertThat(decide(confirm(), aDayAfterExpiry.plus(Duration.ofDays(365)))
                            .outcome())
                    .isEqualTo(CONFIRMED);
        }
    }
}
