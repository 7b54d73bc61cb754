package dev.sluice.command.order;

import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The arrows of a checkout and of a return: one branch per line's SKU, one for the customer's wallet. */
final class Branching {

    private static final String UNIT = "pcs";

    private Branching() {}

    static Set<BranchId> branchesOf(OrderPlaced placed) {
        return branches(placed.lines().stream().map(OrderLine::sku), placed.customerId());
    }

    static Set<BranchId> branchesOf(LinesReturned returned, String customerId) {
        return branches(returned.lines().stream().map(ReturnedLine::sku), customerId);
    }

    private static Set<BranchId> branches(Stream<String> skus, String customerId) {
        Set<BranchId> branches = new LinkedHashSet<>();
        skus.forEach(sku -> branches.add(new BranchId(Participant.STOCK, sku)));
        branches.add(new BranchId(Participant.PAYMENT, customerId));
        return branches;
    }

    static List<Outgoing> tries(OrderPlaced placed) {
        List<Outgoing> messages = new ArrayList<>(placed.lines().size() + 1);
        for (OrderLine line : placed.lines()) {
            messages.add(Outgoing.of(new TryBranch(
                    placed.orderId(), Participant.STOCK, line.sku(), line.quantity(), UNIT, placed.deadlineAt())));
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

    static List<Outgoing> reversals(LinesReturned returned, String customerId, Instant expiresAt) {
        List<Outgoing> messages = new ArrayList<>(returned.lines().size() + 1);
        for (ReturnedLine line : returned.lines()) {
            messages.add(reversal(returned, Participant.STOCK, line.sku(), line.quantity(), UNIT, expiresAt));
        }
        Money refund = returned.refund();
        messages.add(
                reversal(returned, Participant.PAYMENT, customerId, refund.amount(), refund.currency(), expiresAt));
        return messages;
    }

    /** The one that goes to this branch. */
    static List<Outgoing> reversal(LinesReturned returned, BranchId branch, String customerId, Instant expiresAt) {
        return reversals(returned, customerId, expiresAt).stream()
                .filter(message -> message.payload() instanceof ReverseBranch reversal
                        && reversal.participant() == branch.participant()
                        && reversal.key().equals(branch.key()))
                .toList();
    }

    private static Outgoing reversal(
            LinesReturned returned, Participant participant, String key, long amount, String unit, Instant expiresAt) {
        return Outgoing.of(
                new ReverseBranch(returned.orderId(), participant, key, returned.returnId(), amount, unit, expiresAt));
    }
}
