package dev.sluice.command.model;

import dev.sluice.command.promotion.ModelCoupon;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of the stored facts once all is quiet. */
final class Books {
    private final Storage storage;
    private final Map<BranchId, Long> sold = new HashMap<>();

    private Books(Storage storage) {
        this.storage = storage;
    }

    /** The first thing that is wrong. */
    static Optional<String> objection(Storage storage) {
        Books books = new Books(storage);
        Optional<String> orders = storage.addresses().stream()
                .filter(Address::isOrder)
                .flatMap(address -> books.ofOrder(storage.facts(address)).stream())
                .findFirst();
        return orders.isPresent()
                ? orders
                : storage.addresses().stream()
                        .filter(address -> !address.isOrder())
                        .flatMap(address -> books.ofParticipant(address).stream())
                        .findFirst();
    }

    private Optional<String> ofOrder(List<Payload> facts) {
        if (!(facts.getFirst() instanceof OrderPlaced placed)) {
            return Optional.of("an order begins with " + facts.getFirst());
        }
        long confirmed = count(facts, OrderConfirmed.class);
        long refused = count(facts, OrderRejected.class) + count(facts, OrderCancelled.class);
        if (count(facts, OrderPlaced.class) != 1 || confirmed + refused != 1) {
            return Optional.of(placed.orderId() + " was not decided once: " + facts);
        }
        if (count(facts, OrderSettled.class) != 1) {
            return Optional.of(placed.orderId() + " did not settle once: " + facts);
        }
        if (count(facts, BranchInDoubt.class) != 0) {
            return Optional.of(placed.orderId() + " has a branch in doubt: " + facts);
        }
        if (confirmed == 1) {
            placed.lines()
                    .forEach(line ->
                            sold.merge(new BranchId(Participant.STOCK, line.sku()), line.quantity(), Long::sum));
            sold.merge(
                    new BranchId(Participant.PAYMENT, placed.customerId()),
                    placed.total().amount(),
                    Long::sum);
            useCoupon(placed, 1);
        }
        Optional<String> returns = ofReturns(placed, facts);
        if (returns.isPresent()) {
            return returns;
        }
        return World.branchesOf(placed)
                .filter(branch -> taken(placed.orderId(), branch) != confirmed)
                .map(branch -> placed.orderId() + " was taken " + taken(placed.orderId(), branch) + " times from "
                        + branch + ", confirmed " + confirmed + " times")
                .findFirst();
    }

    private void useCoupon(OrderPlaced placed, long times) {
        if (placed.coupon() != null) {
            sold.merge(new BranchId(Participant.PROMOTION, placed.coupon().code()), times, Long::sum);
        }
    }

    /** Each settled, and given back once by every branch. */
    private Optional<String> ofReturns(OrderPlaced placed, List<Payload> facts) {
        long refunded = 0;
        for (Payload fact : facts) {
            if (!(fact instanceof LinesReturned returned)) {
                continue;
            }
            refunded += returned.refund().amount();
            if (returned.complete() && refunded != placed.total().amount()) {
                return Optional.of(refunded + " were refunded of " + placed + ": " + facts);
            }
            boolean couponGoesBack = returned.complete() && placed.coupon() != null;
            if (couponGoesBack) {
                useCoupon(placed, -1);
            }
            returned.lines()
                    .forEach(line ->
                            sold.merge(new BranchId(Participant.STOCK, line.sku()), -line.quantity(), Long::sum));
            sold.merge(
                    new BranchId(Participant.PAYMENT, placed.customerId()),
                    -returned.refund().amount(),
                    Long::sum);
            long givenBack = storage.all(StockFact.UnitsReturned.class)
                            .filter(units -> units.returnId().equals(returned.returnId()))
                            .count()
                    + storage.all(WalletFact.FundsRefunded.class)
                            .filter(funds -> funds.returnId().equals(returned.returnId()))
                            .count()
                    + storage.all(CouponFact.CouponRestored.class)
                            .filter(use -> use.returnId().equals(returned.returnId()))
                            .count();
            long settled = facts.stream()
                    .filter(other ->
                            other instanceof ReturnSettled end && end.returnId().equals(returned.returnId()))
                    .count();
            if (settled != 1 || givenBack != returned.lines().size() + (couponGoesBack ? 2 : 1)) {
                return Optional.of(returned + " settled " + settled + " times, given back in " + givenBack
                        + " branches: " + facts);
            }
        }
        return Optional.empty();
    }

    private static long count(List<Payload> facts, Class<? extends OrderFact> type) {
        return facts.stream().filter(type::isInstance).count();
    }

    private long taken(String orderId, BranchId branch) {
        return storage.facts(Address.of(branch)).stream()
                .filter(fact -> switch (fact) {
                    case StockFact.UnitsTaken f -> f.orderId().equals(orderId);
                    case WalletFact.FundsCaptured f -> f.orderId().equals(orderId);
                    case CouponFact.CouponRedeemed f -> f.orderId().equals(orderId);
                    default -> false;
                })
                .count();
    }

    /** Nothing promised any more, and what is gone is what was sold. */
    private Optional<String> ofParticipant(Address address) {
        Levels first = new Levels(0, 0);
        Levels last = first;
        for (Payload fact : storage.facts(address)) {
            Levels next = Levels.after(fact, last);
            if (next.promised() < 0 || next.promised() > next.total()) {
                return Optional.of(address + " promises " + next.promised() + " of " + next.total());
            }
            first = first.total() == 0 && first.promised() == 0 ? next : first;
            last = next;
        }
        long gone = Stream.of(Participant.values())
                .map(participant -> new BranchId(participant, address.key()))
                .filter(branch -> Address.of(branch).equals(address))
                .mapToLong(branch -> sold.getOrDefault(branch, 0L))
                .sum();
        if (last.promised() != 0) {
            return Optional.of(address + " still promises " + last.promised());
        }
        return first.total() - last.total() == gone
                ? Optional.empty()
                : Optional.of(address + " went from " + first.total() + " to " + last.total() + ", sold were " + gone);
    }

    /** Units, minor units or uses: in all, and of these promised to orders. */
    private record Levels(long total, long promised) {
        static Levels after(Payload fact, Levels before) {
            return switch (fact) {
                case StockFact.StockCounted f -> new Levels(f.onHand(), f.reserved());
                case StockFact.UnitsReserved f -> new Levels(f.onHand(), f.reserved());
                case StockFact.UnitsTaken f -> new Levels(f.onHand(), f.reserved());
                case StockFact.UnitsReleased f -> new Levels(f.onHand(), f.reserved());
                case StockFact.UnitsReturned f -> new Levels(f.onHand(), f.reserved());
                case WalletFact.FundsRefunded f -> new Levels(f.balance(), f.frozen());
                case WalletFact.BalanceSet f -> new Levels(f.balance().amount(), f.frozen());
                case WalletFact.FundsFrozen f -> new Levels(f.balance(), f.frozen());
                case WalletFact.FundsCaptured f -> new Levels(f.balance(), f.frozen());
                case WalletFact.FundsUnfrozen f -> new Levels(f.balance(), f.frozen());
                case CouponFact.CouponPut _ -> new Levels(ModelCoupon.USES, 0);
                case CouponFact.CouponLocked f -> new Levels(ModelCoupon.USES - f.redeemed(), f.locked());
                case CouponFact.CouponRedeemed f -> new Levels(ModelCoupon.USES - f.redeemed(), f.locked());
                case CouponFact.CouponUnlocked f -> new Levels(ModelCoupon.USES - f.redeemed(), f.locked());
                case CouponFact.CouponRestored f -> new Levels(ModelCoupon.USES - f.redeemed(), f.locked());
                default -> before;
            };
        }
    }
}
