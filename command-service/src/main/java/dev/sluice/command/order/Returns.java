package dev.sluice.command.order;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a confirmed order is still with its customer, and the returns that are under way. */
final class Returns {

    /** Participants remember a return a day longer than it may take to reach them, so that a repeat is known as one. */
    private static final Duration WINDOW = Duration.ofHours(24);

    private final OrderPlaced placed;
    /** Units with the customer, by SKU. */
    private final Map<String, Long> left = new LinkedHashMap<>();

    private final Map<String, Reversal> underWay = new LinkedHashMap<>();
    private boolean settled;

    /** A return that some branch has not carried out. */
    private record Reversal(LinesReturned fact, Set<BranchId> branches, Set<BranchId> done, Set<BranchId> inDoubt) {}

    Returns(OrderPlaced placed) {
        this.placed = placed;
        placed.lines().forEach(line -> left.put(line.sku(), line.quantity()));
    }

    int weight() {
        return left.size() + underWay.size();
    }

    /** Null where so much can go back. Throws IllegalArgumentException for lines that the edge would never let through. */
    @Nullable
    Rejection objection(List<ReturnedLine> lines) {
        Set<String> skus = new HashSet<>();
        for (ReturnedLine line : lines) {
            if (line.quantity() < 1 || !skus.add(line.sku())) {
                throw new IllegalArgumentException("a line without a quantity, or a second one of its SKU: " + line);
            }
            long returnable = left.getOrDefault(line.sku(), 0L);
            if (line.quantity() > returnable) {
                return new Rejection.NotReturnable(line.sku(), line.quantity(), returnable);
            }
        }
        return null;
    }

    /** Nothing, where everything went back before. */
    Decision<OrderFact> decide(CancelOrder command, Instant now) {
        List<ReturnedLine> lines = command.lines().isEmpty() ? allThatIsLeft() : command.lines();
        if (lines.isEmpty()) {
            return Decision.nothing();
        }
        boolean complete = units(lines) == units(allThatIsLeft());
        LinesReturned fact =
                new LinesReturned(placed.orderId(), command.operationId(), lines, refund(lines), complete, now);
        return Decision.of(fact, settled ? send(fact, now) : List.of());
    }

    private List<ReturnedLine> allThatIsLeft() {
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new ReturnedLine(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long units(List<ReturnedLine> lines) {
        return lines.stream().mapToLong(ReturnedLine::quantity).sum();
    }

    /**
     * What was paid for these lines: their price, less their share of what the coupon took off. Shares are counted from all
     * that is back so far, so that they come to the whole in the end, to the penny.
     */
    private Money refund(List<ReturnedLine> lines) {
        long price = lines.stream()
                .mapToLong(line -> priceOf(line.sku()).times(line.quantity()).amount())
                .sum();
        long back = placed.subtotal().amount()
                - left.entrySet().stream()
                        .mapToLong(entry ->
                                priceOf(entry.getKey()).times(entry.getValue()).amount())
                        .sum();
        return new Money(
                price - discountOn(back + price) + discountOn(back),
                placed.total().currency());
    }

    private long discountOn(long price) {
        AppliedCoupon coupon = placed.coupon();
        return coupon == null || price == 0
                ? 0
                : BigInteger.valueOf(coupon.discount().amount())
                        .multiply(BigInteger.valueOf(price))
                        .divide(BigInteger.valueOf(placed.subtotal().amount()))
                        .longValueExact();
    }

    private Money priceOf(String sku) {
        return placed.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(OrderLine::unitPrice)
                .findFirst()
                .orElseThrow();
    }

    /** What had to wait until every branch had taken what now goes back. */
    List<Outgoing> sendWaiting(Instant now) {
        return underWay.values().stream()
                .flatMap(reversal -> send(reversal.fact, now).stream())
                .toList();
    }

    private List<Outgoing> send(LinesReturned fact, Instant now) {
        return Branching.reversals(fact, placed, Branching.branchesOf(fact, placed), now.plus(WINDOW));
    }

    Decision<OrderFact> decide(List<BranchAnswered> answers, Instant now) {
        List<OrderFact> facts = new ArrayList<>();
        for (Reversal reversal : underWay.values()) {
            List<BranchAnswered> own = answers.stream()
                    .filter(answer -> reversal.fact.returnId().equals(answer.returnId()))
                    .toList();
            facts.addAll(decide(reversal, own, now));
        }
        return new Decision<>(facts, List.of());
    }

    private List<OrderFact> decide(Reversal reversal, List<BranchAnswered> answers, Instant now) {
        List<OrderFact> facts = new ArrayList<>();
        Set<BranchId> news = new HashSet<>();
        Set<BranchId> noted = new HashSet<>(reversal.inDoubt);
        String returnId = reversal.fact.returnId();
        for (BranchAnswered answer : answers) {
            BranchId branch = new BranchId(answer.participant(), answer.key());
            if (!reversal.branches.contains(branch) || reversal.done.contains(branch)) {
                continue;
            }
            if (answer.outcome() == BranchOutcome.REVERSED) {
                news.add(branch);
            } else if (noted.add(branch)) {
                String detail = Objects.requireNonNullElse(answer.detail(), "answered " + answer.outcome());
                facts.add(new BranchInDoubt(placed.orderId(), branch, returnId, detail, now));
            }
        }
        if (reversal.done.size() + news.size() == reversal.branches.size()) {
            facts.add(new ReturnSettled(placed.orderId(), returnId, now));
        } else if (!news.isEmpty()) {
            facts.add(new BranchesReversed(placed.orderId(), returnId, List.copyOf(news)));
        }
        return facts;
    }

    boolean isInDoubt(String returnId, BranchId branch) {
        Reversal reversal = underWay.get(returnId);
        return reversal != null && reversal.inDoubt.contains(branch) && !reversal.done.contains(branch);
    }

    /** Within a window of its own: the first has long closed, perhaps. */
    List<Outgoing> again(String returnId, BranchId branch, Instant now) {
        return Branching.reversals(reversal(returnId).fact, placed, Set.of(branch), now.plus(WINDOW));
    }

    /** As if the branch had given back. */
    Decision<OrderFact> resolve(String returnId, BranchResolved fact, Instant now) {
        Reversal reversal = reversal(returnId);
        return reversal.done.size() + 1 == reversal.branches.size()
                ? new Decision<>(List.of(fact, new ReturnSettled(placed.orderId(), returnId, now)), List.of())
                : Decision.of(fact, List.of());
    }

    void orderSettled() {
        settled = true;
    }

    void evolve(LinesReturned fact) {
        fact.lines().forEach(line -> left.merge(line.sku(), -line.quantity(), Long::sum));
        underWay.put(
                fact.returnId(),
                new Reversal(fact, Branching.branchesOf(fact, placed), new HashSet<>(), new HashSet<>()));
    }

    void evolve(BranchesReversed fact) {
        reversal(fact.returnId()).done.addAll(fact.branches());
    }

    void inDoubt(String returnId, BranchId branch) {
        reversal(returnId).inDoubt.add(branch);
    }

    void retried(String returnId, BranchId branch) {
        reversal(returnId).inDoubt.remove(branch);
    }

    void resolved(String returnId, BranchId branch) {
        reversal(returnId).done.add(branch);
    }

    void evolve(ReturnSettled fact) {
        underWay.remove(fact.returnId());
    }

    private Reversal reversal(String returnId) {
        return Objects.requireNonNull(underWay.get(returnId), "no such return is under way");
    }
}
