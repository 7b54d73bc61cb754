package dev.sluice.projector.orders;

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
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.view.BackOfficeOrderView.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which branches of an order are in doubt: from the fact that says so to the one that ends it. */
public final class Doubts {

    private Doubts() {}

    /** Null where there are none. */
    public static @Nullable List<Doubt> after(@Nullable List<Doubt> before, OrderFact fact) {
        return switch (fact) {
            case BranchInDoubt f -> with(before, f);
            case BranchRetried f -> without(before, doubt -> isAt(doubt, f.branch(), f.returnId()));
            case BranchResolved f -> without(before, doubt -> isAt(doubt, f.branch(), f.returnId()));
            case BranchesSettled f -> without(before, doubt -> isAtAny(doubt, f.branches(), null));
            case BranchesReversed f -> without(before, doubt -> isAtAny(doubt, f.branches(), f.returnId()));
            case ReturnSettled f -> without(before, doubt -> f.returnId().equals(doubt.returnId()));
            // A decision asks every branch anew.
            case OrderConfirmed _, OrderRejected _, OrderCancelled _, OrderSettled _ ->
                without(before, doubt -> doubt.returnId() == null);
            case OrderPlaced _, OrderDeclined _, BranchesTried _, LinesReturned _ -> before;
        };
    }

    private static List<Doubt> with(@Nullable List<Doubt> before, BranchInDoubt fact) {
        List<Doubt> all = new ArrayList<>(before == null ? List.of() : before);
        all.removeIf(doubt -> isAt(doubt, fact.branch(), fact.returnId()));
        all.add(new Doubt(
                fact.branch().participant(), fact.branch().key(), fact.returnId(), fact.detail(), fact.noticedAt()));
        return all;
    }

    private static @Nullable List<Doubt> without(@Nullable List<Doubt> before, Predicate<Doubt> over) {
        if (before == null) {
            return null;
        }
        List<Doubt> left = before.stream().filter(over.negate()).toList();
        return left.isEmpty() ? null : left;
    }

    private static boolean isAtAny(Doubt doubt, List<BranchId> branches, @Nullable String returnId) {
        return branches.stream().anyMatch(branch -> isAt(doubt, branch, returnId));
    }

    private static boolean isAt(Doubt doubt, BranchId branch, @Nullable String returnId) {
        return doubt.participant() == branch.participant()
                && doubt.key().equals(branch.key())
                && Objects.equals(doubt.returnId(), returnId);
    }
}
