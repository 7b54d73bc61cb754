package dev.sluice.command.promotion;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.participant.Participant;
import dev.sluice.command.tcc.BranchesState;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.promotion.CouponCommand.PutCoupon;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.CouponFact.CouponBarred;
import dev.sluice.schemas.promotion.CouponFact.CouponLocked;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.promotion.CouponFact.CouponRedeemed;
import dev.sluice.schemas.promotion.CouponFact.CouponRefused;
import dev.sluice.schemas.promotion.CouponFact.CouponRestored;
import dev.sluice.schemas.promotion.CouponFact.CouponUnlocked;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A coupon: its terms and who has used it. Until it is put there is none, only refusals. */
final class Coupon extends Participant<CouponFact, Coupon.State> {

    @AggregateIdentifier
    private final String code;

    private final Uses uses = new Uses();
    private @Nullable CouponTerms terms;
    private long puts;

    Coupon(String code) {
        this.code = code;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(PutCoupon command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    Decision<CouponFact> decide(PutCoupon command, Instant now) {
        long version = puts + 1;
        return Decision.of(
                new CouponPut(code, command.terms(), version),
                List.of(Outgoing.of(
                        new OperationOutcome.Succeeded(command.operationId(), "coupon", code, version, now))));
    }

    @Override
    public @Nullable Rejection refuse(TryBranch attempt, Instant now) {
        CouponTerms known = terms;
        if (known == null) {
            return new Rejection.UnknownCoupon(code);
        }
        Purchase purchase = purchase(attempt.purchase());
        Money subtotal = purchase.subtotal();
        if (!known.fits(subtotal.currency())) {
            return new Rejection.CouponCurrency(code, subtotal.currency());
        }
        if (now.isBefore(known.validFrom()) || !now.isBefore(known.validUntil())) {
            return new Rejection.CouponNotValid(code, known.validFrom(), known.validUntil());
        }
        Money minimum = known.minimum();
        if (minimum != null && subtotal.amount() < minimum.amount()) {
            return new Rejection.CouponMinimum(code, minimum, subtotal);
        }
        Money discount = known.discountOn(subtotal);
        if (!discount.equals(discount(attempt))) {
            return new Rejection.CouponChanged(code, discount(attempt), discount);
        }
        return uses.objection(code, known, purchase.customerId());
    }

    @Override
    protected @Nullable CouponFact factOf(Change change, String orderId) {
        long locked = uses.locked();
        long redeemed = uses.redeemed();
        return switch (change) {
            case Change.None() -> null;
            case Change.Reserve(TryBranch t) ->
                new CouponLocked(
                        code,
                        orderId,
                        purchase(t.purchase()).customerId(),
                        discount(t),
                        t.expiresAt(),
                        locked + 1,
                        redeemed);
            case Change.Refuse(TryBranch t, Rejection reason) ->
                new CouponRefused(code, orderId, discount(t), reason, t.expiresAt());
            case Change.Take(long _) -> new CouponRedeemed(code, orderId, locked - 1, redeemed + 1);
            case Change.Release(long _) -> new CouponUnlocked(code, orderId, locked - 1, redeemed);
            case Change.Bar(Instant expiresAt) -> new CouponBarred(code, orderId, expiresAt);
            case Change.GiveBack(ReverseBranch r) ->
                new CouponRestored(
                        code,
                        orderId,
                        r.returnId(),
                        purchase(r.purchase()).customerId(),
                        new Money(r.amount(), r.unit()),
                        r.expiresAt(),
                        locked,
                        redeemed - 1);
        };
    }

    private static Money discount(TryBranch attempt) {
        return new Money(attempt.amount(), attempt.unit());
    }

    private static Purchase purchase(@Nullable Purchase purchase) {
        if (purchase == null) {
            throw new IllegalArgumentException("a coupon is used for a purchase, and none is named");
        }
        return purchase;
    }

    @EventSourcingHandler
    void evolve(CouponFact fact) {
        switch (fact) {
            case CouponPut f -> {
                terms = f.terms();
                puts = f.version();
            }
            case CouponLocked f -> {
                uses.locked(f.orderId(), f.customerId(), isLimitedPerCustomer());
                Money discount = f.discount();
                branches.tried(f.orderId(), discount.amount(), discount.currency(), f.expiresAt());
            }
            case CouponRefused f -> {
                Money discount = f.discount();
                branches.refused(f.orderId(), discount.amount(), discount.currency(), f.expiresAt(), f.reason());
            }
            case CouponRedeemed f -> {
                uses.redeemed(f.orderId());
                branches.confirmed(f.orderId());
            }
            case CouponUnlocked f -> {
                uses.unlocked(f.orderId());
                branches.cancelled(f.orderId());
            }
            case CouponRestored f -> {
                uses.restored(f.customerId());
                Money discount = f.discount();
                branches.reversed(f.orderId(), f.returnId(), discount.amount(), discount.currency(), f.expiresAt());
            }
            case CouponBarred f -> branches.barred(f.orderId(), f.expiresAt());
        }
    }

    private boolean isLimitedPerCustomer() {
        return terms != null && terms.perCustomer() != null;
    }

    /** All of it, for a snapshot. */
    record State(@Nullable CouponTerms terms, long puts, Uses.State uses, BranchesState branches) {}

    @Override
    public State remember(Instant now) {
        return new State(terms, puts, uses.remember(), branches.remember(now));
    }

    @EventSourcingHandler
    void recall(State state) {
        terms = state.terms;
        puts = state.puts;
        uses.recall(state.uses);
        branches.recall(state.branches);
    }

    @Override
    public int weight() {
        return super.weight() + uses.weight();
    }
}
