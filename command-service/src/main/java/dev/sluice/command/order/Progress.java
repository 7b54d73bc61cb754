package dev.sluice.command.order;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchRetried;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the checkout of an order has come. */
final class Progress {

    private enum Stage {
        TRYING(BranchOutcome.TRIED),
        CONFIRMING(BranchOutcome.CONFIRMED),
        CANCELLING(BranchOutcome.CANCELLED);

        /** The answer that each branch owes at this stage. */
        private final BranchOutcome owed;

        Stage(BranchOutcome owed) {
            this.owed = owed;
        }
    }

    private final String orderId;
    private final Instant deadlineAt;
    private final Set<BranchId> branches;
    private final Set<BranchId> inDoubt = new HashSet<>();
    private Stage stage = Stage.TRYING;
    private Set<BranchId> done = new HashSet<>();

    private Progress(String orderId, Instant deadlineAt, Set<BranchId> branches) {
        this.orderId = orderId;
        this.deadlineAt = deadlineAt;
        this.branches = branches;
    }

    static Progress of(OrderPlaced placed) {
        return new Progress(placed.orderId(), placed.deadlineAt(), Branching.branchesOf(placed));
    }

    int branches() {
        return branches.size();
    }

    boolean isDecided() {
        return stage != Stage.TRYING;
    }

    /** To be asked only while nothing is decided. */
    Decision<OrderFact> cancel(String operationId, Instant now) {
        return Decision.of(
                new OrderCancelled(orderId, operationId, now), Branching.cancels(orderId, branches, deadlineAt));
    }

    boolean isInDoubt(BranchId branch) {
        return isDecided() && inDoubt.contains(branch) && !done.contains(branch);
    }

    /** What was decided, once more to a branch in doubt. */
    List<Outgoing> again(BranchId branch) {
        return stage == Stage.CONFIRMING
                ? Branching.confirms(orderId, List.of(branch))
                : Branching.cancels(orderId, List.of(branch), deadlineAt);
    }

    /** As if the branch had answered what it owes. */
    Decision<OrderFact> resolve(BranchResolved fact, Instant now) {
        return done.size() + 1 == branches.size()
                ? new Decision<>(List.of(fact, new OrderSettled(orderId, now)), List.of())
                : Decision.of(fact, List.of());
    }

    Decision<OrderFact> checkDeadline(Instant now) {
        return stage == Stage.TRYING && !now.isBefore(deadlineAt)
                ? reject(List.of(), new Rejection.DeadlinePassed(deadlineAt), now)
                : Decision.nothing();
    }

    /** At most one fact about progress; doubts, which no sound system produces, come before it. */
    Decision<OrderFact> decide(List<BranchAnswered> answers, Instant now) {
        List<OrderFact> doubts = new ArrayList<>(0);
        Set<BranchId> news = new HashSet<>();
        Set<BranchId> noted = new HashSet<>(inDoubt);
        Rejection refusal = null;
        for (BranchAnswered answer : answers) {
            BranchId branch = new BranchId(answer.participant(), answer.key());
            if (answer.returnId() != null || !branches.contains(branch) || done.contains(branch)) {
                continue;
            }
            if (answer.outcome() == stage.owed) {
                news.add(branch);
            } else if (stage == Stage.TRYING && answer.outcome() == BranchOutcome.REFUSED) {
                refusal = Objects.requireNonNull(answer.rejection(), "a refusal without its reason");
            } else if (!isLate(answer.outcome()) && noted.add(branch)) {
                doubts.add(doubt(branch, answer, now));
            }
        }
        return refusal == null ? advance(doubts, news, now) : reject(doubts, refusal, now);
    }

    /** An answer to a Try that the decision did not wait for. */
    private boolean isLate(BranchOutcome outcome) {
        return stage != Stage.TRYING && (outcome == BranchOutcome.TRIED || outcome == BranchOutcome.REFUSED);
    }

    private Decision<OrderFact> advance(List<OrderFact> doubts, Set<BranchId> news, Instant now) {
        boolean complete = done.size() + news.size() == branches.size();
        if (stage == Stage.TRYING && complete) {
            return decision(doubts, new OrderConfirmed(orderId, now), Branching.confirms(orderId, branches));
        }
        OrderFact step = complete ? new OrderSettled(orderId, now) : news.isEmpty() ? null : partial(List.copyOf(news));
        return decision(doubts, step, List.of());
    }

    private OrderFact partial(List<BranchId> news) {
        return stage == Stage.TRYING ? new BranchesTried(orderId, news) : new BranchesSettled(orderId, news);
    }

    private Decision<OrderFact> reject(List<OrderFact> doubts, Rejection reason, Instant now) {
        return decision(
                doubts, new OrderRejected(orderId, reason, now), Branching.cancels(orderId, branches, deadlineAt));
    }

    private static Decision<OrderFact> decision(
            List<OrderFact> doubts, @Nullable OrderFact step, List<Outgoing> messages) {
        List<OrderFact> facts = new ArrayList<>(doubts);
        if (step != null) {
            facts.add(step);
        }
        return new Decision<>(facts, messages);
    }

    private BranchInDoubt doubt(BranchId branch, BranchAnswered answer, Instant now) {
        String detail = answer.detail() == null
                ? "answered " + answer.outcome() + " where " + stage.owed + " was owed"
                : answer.detail();
        return new BranchInDoubt(orderId, branch, null, detail, now);
    }

    void evolve(OrderFact fact) {
        switch (fact) {
            case BranchesTried f -> done.addAll(f.branches());
            case BranchesSettled f -> done.addAll(f.branches());
            case BranchInDoubt f when f.returnId() == null -> inDoubt.add(f.branch());
            case BranchRetried f when f.returnId() == null -> inDoubt.remove(f.branch());
            case BranchResolved f when f.returnId() == null -> done.add(f.branch());
            case OrderConfirmed _ -> enter(Stage.CONFIRMING);
            case OrderRejected _, OrderCancelled _ -> enter(Stage.CANCELLING);
            case OrderPlaced _,
                    OrderDeclined _,
                    OrderSettled _,
                    LinesReturned _,
                    BranchesReversed _,
                    BranchInDoubt _,
                    BranchRetried _,
                    BranchResolved _,
                    ReturnSettled _ -> {}
        }
    }

    private void enter(Stage next) {
        stage = next;
        done = new HashSet<>();
        inDoubt.clear();
    }
}
