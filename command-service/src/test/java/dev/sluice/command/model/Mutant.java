package dev.sluice.command.model;

import dev.sluice.command.message.Decision;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.payment.WalletFact.FreezeBarred;
import dev.sluice.schemas.promotion.CouponFact.CouponBarred;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.util.List;
import java.util.stream.Stream;

/** Ways to break the protocol on purpose. A checker that does not object to each of them checks nothing. */
enum Mutant {
    NONE,
    /** An empty cancel leaves no mark, so the Try that comes late reserves for good. */
    NO_BAR,
    /** A participant's marks do not survive a crash, only its levels do. */
    FORGETFUL_PARTICIPANT,
    /** The order's decision does not survive a crash. */
    FORGETFUL_COORDINATOR,
    /** The first branch that holds its reservation is taken for all of them. */
    HASTY_COORDINATOR,
    /** An operation that was carried out is carried out again when it is asked again. */
    FORGETFUL_OPERATIONS,
    /** Facts and messages are written one after the other, and a crash may come between. */
    DUAL_WRITE;

    /** The facts from which an aggregate is rebuilt. */
    List<Payload> remembered(Address address, List<Payload> facts) {
        return switch (this) {
            case FORGETFUL_PARTICIPANT ->
                address.isOrder()
                        ? facts
                        : facts.stream().flatMap(Mutant::levels).toList();
            case FORGETFUL_COORDINATOR ->
                address.isOrder()
                        ? facts.stream().filter(OrderPlaced.class::isInstance).toList()
                        : facts;
            case NONE, NO_BAR, HASTY_COORDINATOR, FORGETFUL_OPERATIONS, DUAL_WRITE -> facts;
        };
    }

    private static Stream<Payload> levels(Payload fact) {
        return switch (fact) {
            case StockFact.UnitsReserved f -> Stream.of(new StockCounted(f.sku(), f.onHand(), f.reserved()));
            case StockFact.UnitsTaken f -> Stream.of(new StockCounted(f.sku(), f.onHand(), f.reserved()));
            case StockFact.UnitsReleased f -> Stream.of(new StockCounted(f.sku(), f.onHand(), f.reserved()));
            case StockFact.UnitsReturned f -> Stream.of(new StockCounted(f.sku(), f.onHand(), f.reserved()));
            case WalletFact.FundsRefunded f -> Stream.of(balance(f.customerId(), f.balance(), f.frozen()));
            case WalletFact.PartCredited f -> Stream.of(balance(f.customerId(), f.balance(), f.frozen()));
            case WalletFact.FundsFrozen f -> Stream.of(balance(f.customerId(), f.balance(), f.frozen()));
            case WalletFact.FundsCaptured f -> Stream.of(balance(f.customerId(), f.balance(), f.frozen()));
            case WalletFact.FundsUnfrozen f -> Stream.of(balance(f.customerId(), f.balance(), f.frozen()));
            case StockCounted f -> Stream.of(f);
            case BalanceSet f -> Stream.of(f);
            case CouponPut f -> Stream.of(f);
            default -> Stream.of();
        };
    }

    private static BalanceSet balance(String customer, long balance, long frozen) {
        return new BalanceSet(customer, new Money(balance, World.CURRENCY), frozen);
    }

    /** What reaches an aggregate of what was sent to it. */
    List<? extends Payload> heard(List<? extends Payload> commands, List<Payload> facts) {
        if (this == HASTY_COORDINATOR
                && commands.getFirst() instanceof BranchAnswered answer
                && answer.outcome() == BranchOutcome.TRIED
                && facts.size() == 1
                && facts.getFirst() instanceof OrderPlaced placed) {
            return World.branchesOf(placed)
                    .map(branch -> new BranchAnswered(
                            answer.orderId(),
                            branch.participant(),
                            branch.key(),
                            null,
                            BranchOutcome.TRIED,
                            null,
                            null))
                    .toList();
        }
        return commands;
    }

    /** What is stored of what was decided. */
    List<? extends Payload> stored(Decision<? extends Payload> decision) {
        return this == NO_BAR
                ? decision.facts().stream()
                        .filter(fact -> !(fact instanceof ReservationBarred
                                || fact instanceof FreezeBarred
                                || fact instanceof CouponBarred))
                        .toList()
                : decision.facts();
    }
}
