package dev.sluice.command.tcc;

import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a branch: the change to store, if any, and the answer to send.
 *
 * @param rejection present when the outcome is REFUSED
 * @param detail present when the outcome is IN_DOUBT
 */
public record Verdict(
        Change change,
        BranchOutcome outcome,
        @Nullable Rejection rejection,
        @Nullable String detail) {

    /** A change of the aggregate, each worth one fact of the participant's own. */
    public sealed interface Change {
        record None() implements Change {}

        record Reserve(TryBranch attempt) implements Change {}

        record Refuse(TryBranch attempt, Rejection reason) implements Change {}

        record Take(long amount) implements Change {}

        record Release(long amount) implements Change {}

        record Bar(Instant expiresAt) implements Change {}

        record GiveBack(ReverseBranch reversal) implements Change {}
    }

    private static final Change NOTHING = new Change.None();

    static Verdict of(Change change, BranchOutcome outcome) {
        return new Verdict(change, outcome, null, null);
    }

    static Verdict repeat(BranchOutcome outcome) {
        return new Verdict(NOTHING, outcome, null, null);
    }

    static Verdict refused(Rejection reason) {
        return new Verdict(NOTHING, BranchOutcome.REFUSED, reason, null);
    }

    static Verdict refuse(TryBranch attempt, Rejection reason) {
        return new Verdict(new Change.Refuse(attempt, reason), BranchOutcome.REFUSED, reason, null);
    }

    static Verdict inDoubt(String detail) {
        return new Verdict(NOTHING, BranchOutcome.IN_DOUBT, null, detail);
    }

    public BranchAnswered answerTo(BranchCommand command) {
        String returnId = command instanceof ReverseBranch reversal ? reversal.returnId() : null;
        return new BranchAnswered(
                command.orderId(), command.participant(), command.key(), returnId, outcome, rejection, detail);
    }
}
