package dev.sluice.command.payment;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.participant.Participant;
import dev.sluice.command.tcc.BranchesState;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.payment.WalletCommand.CreditPart;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.payment.WalletFact.FreezeBarred;
import dev.sluice.schemas.payment.WalletFact.FreezeRefused;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.payment.WalletFact.FundsRefunded;
import dev.sluice.schemas.payment.WalletFact.FundsUnfrozen;
import dev.sluice.schemas.payment.WalletFact.PartCredited;
import dev.sluice.schemas.promotion.EnvelopeCommand.ReturnPart;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A customer's money. Until a balance is set there is no wallet, only refusals. */
final class Wallet extends Participant<WalletFact, Wallet.State> {

    @AggregateIdentifier
    private final String customerId;

    private @Nullable String currency;
    private long balance;
    private long frozen;
    private long version;

    Wallet(String customerId) {
        this.customerId = customerId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(SetBalance command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    Decision<WalletFact> decide(SetBalance command, Instant now) {
        Money wanted = command.balance();
        boolean otherCurrency = currency != null && !currency.equals(wanted.currency());
        if (wanted.amount() < frozen || (otherCurrency && frozen > 0)) {
            var reason = new Rejection.BelowReserved(customerId, wanted.amount(), frozen);
            return new Decision<>(
                    List.of(),
                    List.of(Outgoing.of(
                            new OperationOutcome.Refused(command.operationId(), "wallet", customerId, reason, now))));
        }
        return Decision.of(
                new BalanceSet(customerId, wanted, frozen),
                List.of(Outgoing.of(new OperationOutcome.Succeeded(
                        command.operationId(), "wallet", customerId, version + 1, now))));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CreditPart command) {
        return carryOut(decide(command));
    }

    /** A wallet that cannot take the part sends it back: no money is lost on the way. */
    Decision<WalletFact> decide(CreditPart command) {
        Money part = command.amount();
        boolean otherCurrency = currency != null && !currency.equals(part.currency());
        if (otherCurrency || part.amount() > Long.MAX_VALUE - balance) {
            return new Decision<>(
                    List.of(), List.of(Outgoing.of(new ReturnPart(command.envelopeId(), customerId, part))));
        }
        return Decision.of(
                new PartCredited(customerId, command.envelopeId(), part, balance + part.amount(), frozen), List.of());
    }

    @Override
    public @Nullable Rejection refuse(TryBranch attempt, Instant now) {
        if (currency == null) {
            return new Rejection.NoWallet(customerId);
        }
        long available = balance - frozen;
        return attempt.amount() > available || !attempt.unit().equals(currency)
                ? new Rejection.InsufficientFunds(customerId, asked(attempt), new Money(available, currency))
                : null;
    }

    @Override
    public @Nullable String obstacle(ReverseBranch reversal) {
        return reversal.unit().equals(currency)
                ? null
                : reversal.amount() + " " + reversal.unit() + " cannot go back to a wallet in " + currency;
    }

    @Override
    protected @Nullable WalletFact factOf(Change change, String orderId) {
        return switch (change) {
            case Change.None() -> null;
            case Change.Reserve(TryBranch t) ->
                new FundsFrozen(customerId, orderId, asked(t), t.expiresAt(), balance, frozen + t.amount());
            case Change.Refuse(TryBranch t, Rejection reason) ->
                new FreezeRefused(customerId, orderId, asked(t), reason, t.expiresAt());
            case Change.Take(long amount) ->
                new FundsCaptured(customerId, orderId, money(amount), balance - amount, frozen - amount);
            case Change.Release(long amount) ->
                new FundsUnfrozen(customerId, orderId, money(amount), balance, frozen - amount);
            case Change.Bar(Instant expiresAt) -> new FreezeBarred(customerId, orderId, expiresAt);
            case Change.GiveBack(ReverseBranch r) ->
                new FundsRefunded(
                        customerId,
                        orderId,
                        r.returnId(),
                        money(r.amount()),
                        r.expiresAt(),
                        Math.addExact(balance, r.amount()),
                        frozen);
        };
    }

    private Money money(long amount) {
        return new Money(amount, Objects.requireNonNull(currency, "funds are held in a wallet with a currency"));
    }

    private static Money asked(TryBranch attempt) {
        return new Money(attempt.amount(), attempt.unit());
    }

    @EventSourcingHandler
    void evolve(WalletFact fact) {
        version++;
        switch (fact) {
            case BalanceSet f -> {
                currency = f.balance().currency();
                levels(f.balance().amount(), f.frozen());
            }
            case PartCredited f -> {
                currency = f.amount().currency();
                levels(f.balance(), f.frozen());
            }
            case FundsFrozen f -> {
                levels(f.balance(), f.frozen());
                branches.tried(f.orderId(), f.amount().amount(), f.amount().currency(), f.expiresAt());
            }
            case FreezeRefused f ->
                branches.refused(f.orderId(), f.amount().amount(), f.amount().currency(), f.expiresAt(), f.reason());
            case FundsCaptured f -> {
                levels(f.balance(), f.frozen());
                branches.confirmed(f.orderId());
            }
            case FundsUnfrozen f -> {
                levels(f.balance(), f.frozen());
                branches.cancelled(f.orderId());
            }
            case FreezeBarred f -> branches.barred(f.orderId(), f.expiresAt());
            case FundsRefunded f -> {
                levels(f.balance(), f.frozen());
                branches.reversed(
                        f.orderId(),
                        f.returnId(),
                        f.amount().amount(),
                        f.amount().currency(),
                        f.expiresAt());
            }
        }
    }

    /** All of it, for a snapshot. */
    record State(@Nullable String currency, long balance, long frozen, long version, BranchesState branches) {}

    @Override
    public State remember(Instant now) {
        return new State(currency, balance, frozen, version, branches.remember(now));
    }

    @EventSourcingHandler
    void recall(State state) {
        currency = state.currency;
        levels(state.balance, state.frozen);
        version = state.version;
        branches.recall(state.branches);
    }

    private void levels(long balance, long frozen) {
        this.balance = balance;
        this.frozen = frozen;
    }
}
