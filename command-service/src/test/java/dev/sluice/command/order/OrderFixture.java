package dev.sluice.command.order;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static dev.sluice.schemas.tcc.Participant.STOCK;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.quote.Lists;
import dev.sluice.command.quote.Prices;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** An order of tea and mugs for Ann, and what can be told to it. */
abstract class OrderFixture {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant DEADLINE = NOW.plusSeconds(30);
    static final Instant ACCEPTED = NOW.minusSeconds(1);
    static final BranchId TEA = new BranchId(STOCK, "tea");
    static final BranchId MUG = new BranchId(STOCK, "mug");
    static final BranchId ANN = new BranchId(PAYMENT, "ann");
    static final Rejection SOLD_OUT = new Rejection.InsufficientStock("tea", 2, 1);

    static final Checkout CHECKOUT = new Checkout(
            new Lists(
                    sku -> sku.equals("ufo") ? null : new Prices.Offer("The " + sku, new Money(100, "GBP")),
                    code -> code.equals("SPRING") ? new CouponTerms(15, null, null, NOW, DEADLINE, null, null) : null,
                    id -> id.equals("flash")
                            ? new CampaignTerms("tea", new Money(10, "GBP"), 5, NOW, DEADLINE, 60)
                            : null),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofSeconds(30));

    final Order order = new Order("o1");

    static PlaceOrder placing(String hash, String... skus) {
        List<RequestedLine> lines =
                Stream.of(skus).map(sku -> new RequestedLine(sku, 2, null)).toList();
        return new PlaceOrder("o1", "ann", lines, null, null, null, hash, ACCEPTED);
    }

    Decision<OrderFact> place(String hash, String... skus) {
        return happened(order.decide(placing(hash, skus), CHECKOUT));
    }

    Decision<OrderFact> answer(BranchAnswered... answers) {
        return happened(order.decide(new AnswerBranches("o1", List.of(answers)), NOW));
    }

    Decision<OrderFact> check(Instant now) {
        return happened(order.decide(new CheckDeadline("o1"), now));
    }

    Decision<OrderFact> happened(Decision<OrderFact> decision) {
        decision.facts().forEach(order::evolve);
        return decision;
    }

    static BranchAnswered says(BranchId branch, BranchOutcome outcome) {
        return new BranchAnswered("o1", branch.participant(), branch.key(), null, outcome, null, null);
    }

    static BranchAnswered tried(BranchId branch) {
        return says(branch, BranchOutcome.TRIED);
    }

    static BranchAnswered refused(BranchId branch) {
        return new BranchAnswered(
                "o1", branch.participant(), branch.key(), null, BranchOutcome.REFUSED, SOLD_OUT, null);
    }

    static BranchAnswered confirmed(BranchId branch) {
        return says(branch, BranchOutcome.CONFIRMED);
    }

    static BranchAnswered cancelled(BranchId branch) {
        return says(branch, BranchOutcome.CANCELLED);
    }

    static BranchAnswered inDoubt(BranchId branch) {
        return new BranchAnswered("o1", branch.participant(), branch.key(), null, BranchOutcome.IN_DOUBT, null, "odd");
    }

    static List<Outgoing> toAll(Function<BranchId, BranchCommand> verb) {
        return Stream.of(TEA, MUG, ANN).map(verb).map(Outgoing::of).toList();
    }

    static BranchCommand confirm(BranchId branch) {
        return new ConfirmBranch("o1", branch.participant(), branch.key());
    }

    static BranchCommand cancel(BranchId branch) {
        return new CancelBranch("o1", branch.participant(), branch.key(), DEADLINE);
    }

    /** Every branch has taken what it was asked for. */
    void settle() {
        answer(tried(TEA), tried(ANN), tried(MUG));
        answer(confirmed(TEA), confirmed(MUG), confirmed(ANN));
    }
}
