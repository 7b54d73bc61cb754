package dev.sluice.command.tcc;

import static dev.sluice.schemas.tcc.BranchOutcome.CANCELLED;
import static dev.sluice.schemas.tcc.BranchOutcome.CONFIRMED;
import static dev.sluice.schemas.tcc.BranchOutcome.TRIED;

import dev.sluice.command.tcc.BranchesState.Entry;
import dev.sluice.command.tcc.Mark.Content;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The branches of one aggregate, by order: the fence that commits with the reservation itself. */
public final class Branches {

    private final Map<OrderKey, Mark> marks = new HashMap<>();
    private final Queue<OrderKey> finished = new ArrayDeque<>();
    private final Reversals reversals = new Reversals();

    /** What only the aggregate itself can say of its holdings. */
    public interface Holdings {
        /** Why an attempt cannot be granted, or null when it can. */
        @Nullable
        Rejection refuse(TryBranch attempt, Instant now);

        /** What hinders that this is given back, or null where nothing does. */
        default @Nullable String obstacle(ReverseBranch reversal) {
            return null;
        }
    }

    public Verdict decide(BranchCommand command, Instant now, Holdings holdings) {
        forget(now);
        Mark mark = marks.get(OrderKey.of(command.orderId()));
        if (mark != null && mark.isForgotten(now)) {
            mark = null;
        }
        return switch (command) {
            case TryBranch attempt -> attempt(attempt, mark, now, holdings);
            case ConfirmBranch ignored -> confirm(mark);
            case CancelBranch cancel -> cancel(cancel, mark);
            case ReverseBranch reversal -> reversals.decide(reversal, now, holdings);
        };
    }

    private static Verdict attempt(TryBranch attempt, @Nullable Mark mark, Instant now, Holdings holdings) {
        return switch (mark) {
            case null -> firstAttempt(attempt, now, holdings);
            case Mark.Tried(Content first) -> repeated(attempt, first, Verdict.repeat(TRIED));
            case Mark.Refused(Content first, Rejection reason) -> repeated(attempt, first, Verdict.refused(reason));
            case Mark.Confirmed(Content first) -> repeated(attempt, first, Verdict.repeat(TRIED));
            case Mark.Cancelled(@Nullable Content first, Instant _) ->
                repeated(attempt, first, Verdict.refused(new Rejection.BranchCancelled()));
        };
    }

    private static Verdict firstAttempt(TryBranch attempt, Instant now, Holdings holdings) {
        if (attempt.amount() < 0) {
            throw new IllegalArgumentException("an attempt for a negative amount: " + attempt);
        }
        if (now.isAfter(attempt.expiresAt())) {
            return Verdict.refused(new Rejection.DeadlinePassed(attempt.expiresAt()));
        }
        Rejection reason = holdings.refuse(attempt, now);
        return reason == null ? Verdict.of(new Change.Reserve(attempt), TRIED) : Verdict.refuse(attempt, reason);
    }

    private static Verdict repeated(TryBranch attempt, @Nullable Content first, Verdict answer) {
        Content content = Content.of(attempt);
        return first == null || first.equals(content)
                ? answer
                : Verdict.inDoubt("tried again with " + content + " after " + first);
    }

    private static Verdict confirm(@Nullable Mark mark) {
        return switch (mark) {
            case null -> Verdict.inDoubt("confirmed, but never tried");
            case Mark.Tried(Content content) -> Verdict.of(new Change.Take(content.amount()), CONFIRMED);
            case Mark.Refused _ -> Verdict.inDoubt("confirmed, but the attempt was refused");
            case Mark.Confirmed _ -> Verdict.repeat(CONFIRMED);
            case Mark.Cancelled _ -> Verdict.inDoubt("confirmed after it was cancelled");
        };
    }

    private static Verdict cancel(CancelBranch cancel, @Nullable Mark mark) {
        return switch (mark) {
            case null -> Verdict.of(new Change.Bar(cancel.expiresAt()), CANCELLED);
            case Mark.Tried(Content content) -> Verdict.of(new Change.Release(content.amount()), CANCELLED);
            case Mark.Refused _ -> Verdict.repeat(CANCELLED);
            case Mark.Confirmed _ -> Verdict.inDoubt("cancelled after it was confirmed");
            case Mark.Cancelled _ -> Verdict.repeat(CANCELLED);
        };
    }

    public void tried(String orderId, long amount, String unit, Instant expiresAt) {
        marks.put(OrderKey.of(orderId), new Mark.Tried(new Content(amount, unit, expiresAt)));
    }

    public void refused(String orderId, long amount, String unit, Instant expiresAt, Rejection reason) {
        finish(orderId, new Mark.Refused(new Content(amount, unit, expiresAt), reason));
    }

    public void confirmed(String orderId) {
        finish(orderId, new Mark.Confirmed(contentOf(orderId)));
    }

    public void cancelled(String orderId) {
        Content content = contentOf(orderId);
        finish(orderId, new Mark.Cancelled(content, content.expiresAt()));
    }

    /** An empty cancel. */
    public void barred(String orderId, Instant expiresAt) {
        finish(orderId, new Mark.Cancelled(null, expiresAt));
    }

    public void reversed(String orderId, String returnId, long amount, String unit, Instant expiresAt) {
        reversals.done(orderId, returnId, amount, unit, expiresAt);
    }

    public BranchesState remember(Instant now) {
        forget(now);
        List<Entry> entries = new ArrayList<>(marks.size());
        for (OrderKey order : finished) {
            Mark mark = marks.get(order);
            if (mark != null) {
                entries.add(Entry.of(order.orderId(), mark));
            }
        }
        marks.forEach((order, mark) -> {
            if (mark instanceof Mark.Tried) {
                entries.add(Entry.of(order.orderId(), mark));
            }
        });
        return new BranchesState(entries, reversals.remember());
    }

    /** Takes the state for all that has happened. */
    public void recall(BranchesState state) {
        marks.clear();
        finished.clear();
        for (Entry entry : state.marks()) {
            Mark mark = entry.mark();
            OrderKey order = OrderKey.of(entry.orderId());
            marks.put(order, mark);
            if (!(mark instanceof Mark.Tried)) {
                finished.add(order);
            }
        }
        reversals.recall(state.returns());
    }

    /** How many marks are remembered. */
    public int size() {
        return marks.size() + reversals.size();
    }

    private void finish(String orderId, Mark mark) {
        OrderKey order = OrderKey.of(orderId);
        marks.put(order, mark);
        finished.add(order);
    }

    private Content contentOf(String orderId) {
        if (marks.get(OrderKey.of(orderId)) instanceof Mark.Tried(Content content)) {
            return content;
        }
        throw new IllegalStateException("no reservation for order " + orderId);
    }

    private void forget(Instant now) {
        reversals.forget(now);
        for (OrderKey oldest = finished.peek(); oldest != null; oldest = finished.peek()) {
            Mark mark = marks.get(oldest);
            if (mark != null && !mark.isForgotten(now)) {
                return;
            }
            marks.remove(oldest);
            finished.remove();
        }
    }
}
