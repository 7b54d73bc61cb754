package dev.sluice.command.tcc;

import static dev.sluice.schemas.tcc.BranchOutcome.REVERSED;

import dev.sluice.command.tcc.Branches.Holdings;
import dev.sluice.command.tcc.BranchesState.Returned;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one aggregate has given back, by order and return. Whether it was ever taken is the order's to know: returns come
 * when the marks of their branches are long forgotten.
 */
final class Reversals {

    private record Key(String orderId, String returnId) {}

    private record Done(long amount, String unit, Instant expiresAt) {
        boolean isOf(ReverseBranch reversal) {
            return amount == reversal.amount() && unit.equals(reversal.unit());
        }
    }

    /** Oldest first. */
    private final Map<Key, Done> done = new LinkedHashMap<>();

    Verdict decide(ReverseBranch reversal, Instant now, Holdings holdings) {
        if (reversal.amount() < 0) {
            throw new IllegalArgumentException("a return of a negative amount: " + reversal);
        }
        Done earlier = done.get(new Key(reversal.orderId(), reversal.returnId()));
        if (earlier != null) {
            return earlier.isOf(reversal)
                    ? Verdict.repeat(REVERSED)
                    : Verdict.inDoubt("returned again with " + reversal.amount() + ' ' + reversal.unit() + " after "
                            + earlier.amount + ' ' + earlier.unit);
        }
        if (now.isAfter(reversal.expiresAt())) {
            return Verdict.inDoubt("the return came after its expiry, " + reversal.expiresAt());
        }
        String obstacle = holdings.obstacle(reversal);
        return obstacle == null ? Verdict.of(new Change.GiveBack(reversal), REVERSED) : Verdict.inDoubt(obstacle);
    }

    void done(String orderId, String returnId, long amount, String unit, Instant expiresAt) {
        done.put(new Key(orderId, returnId), new Done(amount, unit, expiresAt));
    }

    List<Returned> remember() {
        return done.entrySet().stream()
                .map(entry -> new Returned(
                        entry.getKey().orderId,
                        entry.getKey().returnId,
                        entry.getValue().amount,
                        entry.getValue().unit,
                        entry.getValue().expiresAt))
                .toList();
    }

    void recall(List<Returned> returns) {
        done.clear();
        returns.forEach(r -> done(r.orderId(), r.returnId(), r.amount(), r.unit(), r.expiresAt()));
    }

    int size() {
        return done.size();
    }

    void forget(Instant now) {
        Iterator<Done> oldest = done.values().iterator();
        while (oldest.hasNext() && now.isAfter(oldest.next().expiresAt.plus(Mark.KEPT_AFTER_EXPIRY))) {
            oldest.remove();
        }
    }
}
