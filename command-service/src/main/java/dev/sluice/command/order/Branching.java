package dev.sluice.command.order;

import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrows of a checkout and of a return: one branch per line's SKU, one for the customer's wallet, one for the coupon where
 * one is used, and one for the place in a campaign where one is spent.
 */
final class Branching {

    private static final String UNIT = "pcs";
    private static final String PLACE = "place";

    private Branching() {}

    /** What one branch holds, or gives back. */
    private record Share(
            Participant participant,
            String key,
            long amount,
            String unit,
            @Nullable Purchase purchase) {

        static Share ofStock(String sku, long quantity) {
            return new Share(Participant.STOCK, sku, quantity, UNIT, null);
        }

        static Share ofWallet(String customerId, Money amount) {
            return new Share(Participant.PAYMENT, customerId, amount.amount(), amount.currency(), null);
        }

        static Share of(AppliedCoupon coupon, OrderPlaced placed) {
            Money discount = coupon.discount();
            Purchase purchase = new Purchase(placed.customerId(), placed.subtotal());
            return new Share(Participant.PROMOTION, coupon.code(), discount.amount(), discount.currency(), purchase);
        }

        static Share of(GrabId grab, OrderPlaced placed) {
            Purchase purchase = new Purchase(placed.customerId(), placed.subtotal());
            return new Share(Participant.CAMPAIGN, grab.of(), 1, PLACE, purchase);
        }

        BranchId branch() {
            return new BranchId(participant, key);
        }
    }

    private static List<Share> shares(OrderPlaced placed) {
        List<Share> shares = new ArrayList<>(placed.lines().size() + 2);
        for (OrderLine line : placed.lines()) {
            shares.add(Share.ofStock(line.sku(), line.quantity()));
        }
        shares.add(Share.ofWallet(placed.customerId(), placed.total()));
        if (placed.coupon() != null) {
            shares.add(Share.of(placed.coupon(), placed));
        }
        GrabId grab = placed.grabId() == null ? null : GrabId.parse(placed.grabId());
        if (grab != null) {
            shares.add(Share.of(grab, placed));
        }
        return shares;
    }

    /** A coupon goes back with the last of what it was used for; a place in a campaign is spent for good. */
    private static List<Share> shares(LinesReturned returned, OrderPlaced placed) {
        List<Share> shares = new ArrayList<>(returned.lines().size() + 2);
        for (ReturnedLine line : returned.lines()) {
            shares.add(Share.ofStock(line.sku(), line.quantity()));
        }
        shares.add(Share.ofWallet(placed.customerId(), returned.refund()));
        if (placed.coupon() != null && returned.complete()) {
            shares.add(Share.of(placed.coupon(), placed));
        }
        return shares;
    }

    static Set<BranchId> branchesOf(OrderPlaced placed) {
        return branches(shares(placed));
    }

    static Set<BranchId> branchesOf(LinesReturned returned, OrderPlaced placed) {
        return branches(shares(returned, placed));
    }

    private static Set<BranchId> branches(List<Share> shares) {
        Set<BranchId> branches = new LinkedHashSet<>();
        shares.forEach(share -> branches.add(share.branch()));
        return branches;
    }

    static List<Outgoing> tries(OrderPlaced placed) {
        return shares(placed).stream()
                .<BranchCommand>map(share -> new TryBranch(
                        placed.orderId(),
                        share.participant,
                        share.key,
                        share.amount,
                        share.unit,
                        share.purchase,
                        placed.deadlineAt()))
                .map(Outgoing::of)
                .toList();
    }

    static List<Outgoing> confirms(String orderId, Collection<BranchId> branches) {
        return branches.stream()
                .map(branch -> Outgoing.of(new ConfirmBranch(orderId, branch.participant(), branch.key())))
                .toList();
    }

    static List<Outgoing> cancels(String orderId, Collection<BranchId> branches, Instant expiresAt) {
        return branches.stream()
                .map(branch -> Outgoing.of(new CancelBranch(orderId, branch.participant(), branch.key(), expiresAt)))
                .toList();
    }

    /** To these branches, all or one. */
    static List<Outgoing> reversals(
            LinesReturned returned, OrderPlaced placed, Collection<BranchId> branches, Instant expiresAt) {
        return shares(returned, placed).stream()
                .filter(share -> branches.contains(share.branch()))
                .<BranchCommand>map(share -> new ReverseBranch(
                        returned.orderId(),
                        share.participant,
                        share.key,
                        returned.returnId(),
                        share.amount,
                        share.unit,
                        share.purchase,
                        expiresAt))
                .map(Outgoing::of)
                .toList();
    }
}
