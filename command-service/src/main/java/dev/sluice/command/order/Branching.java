package dev.sluice.command.order;

import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The arrows of a checkout: one branch per line's SKU, one for the customer's wallet. */
final class Branching {

    private Branching() {}

    static Set<BranchId> branchesOf(OrderPlaced placed) {
        Set<BranchId> branches = new LinkedHashSet<>();
        for (OrderLine line : placed.lines()) {
            branches.add(new BranchId(Participant.STOCK, line.sku()));
        }
        branches.add(new BranchId(Participant.PAYMENT, placed.customerId()));
        return branches;
    }

    static List<Outgoing> tries(OrderPlaced placed) {
        List<Outgoing> messages = new ArrayList<>(placed.lines().size() + 1);
        for (OrderLine line : placed.lines()) {
            messages.add(Outgoing.of(new TryBranch(
                    placed.orderId(), Participant.STOCK, line.sku(), line.quantity(), "pcs", placed.deadlineAt())));
        }
        messages.add(Outgoing.of(new TryBranch(
                placed.orderId(),
                Participant.PAYMENT,
                placed.customerId(),
                placed.total().amount(),
                placed.total().currency(),
                placed.deadlineAt())));
        return messages;
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
}
