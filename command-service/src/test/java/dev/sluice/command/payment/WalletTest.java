package dev.sluice.command.payment;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
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
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);

    private final Wallet wallet = new Wallet("ann");

    private static Money pounds(long amount) {
        return new Money(amount, "GBP");
    }

    private Decision<WalletFact> set(Money balance) {
        return happened(wallet.decide(new SetBalance("op", "ann", balance), NOW));
    }

    private List<WalletFact> attempt(String orderId, Money amount) {
        return branch(new TryBranch(orderId, PAYMENT, "ann", amount.amount(), amount.currency(), EXPIRY));
    }

    private List<WalletFact> confirm(String orderId) {
        return branch(new ConfirmBranch(orderId, PAYMENT, "ann"));
    }

    private List<WalletFact> cancel(String orderId) {
        return branch(new CancelBranch(orderId, PAYMENT, "ann", EXPIRY));
    }

    private List<WalletFact> branch(BranchCommand command) {
        return happened(wallet.decide(command, NOW)).facts();
    }

    private Decision<WalletFact> happened(Decision<WalletFact> decision) {
        decision.facts().forEach(wallet::evolve);
        return decision;
    }

    @Test
    void aBalanceIsSet() {
        assertThat(set(pounds(100)))
                .isEqualTo(Decision.of(
                        new BalanceSet("ann", pounds(100), 0),
                        List.of(Outgoing.of(new OperationOutcome.Succeeded("op", "wallet", "ann", 1, NOW)))));
    }

    @Test
    void aPartOfAnEnvelopeIsAdded() {
        set(pounds(100));
        attempt("a", pounds(60));
        assertThat(credit(pounds(7)))
                .isEqualTo(Decision.of(new PartCredited("ann", "env", pounds(7), 107, 60), List.of()));
        assertThat(attempt("b", pounds(47))).containsExactly(new FundsFrozen("ann", "b", pounds(47), EXPIRY, 107, 107));
    }

    @Test
    void aPartOpensAWallet() {
        assertThat(credit(pounds(7)).facts()).containsExactly(new PartCredited("ann", "env", pounds(7), 7, 0));
        assertThat(attempt("a", pounds(7))).containsExactly(new FundsFrozen("ann", "a", pounds(7), EXPIRY, 7, 7));
    }

    @Test
    void aPartThatTheWalletCannotTakeGoesBack() {
        set(pounds(100));
        Money euros = new Money(7, "EUR");
        assertThat(credit(euros))
                .isEqualTo(new Decision<>(List.of(), List.of(Outgoing.of(new ReturnPart("env", "ann", euros)))));
        set(pounds(Long.MAX_VALUE));
        assertThat(credit(pounds(1)).facts()).isEmpty();
    }

    private Decision<WalletFact> credit(Money part) {
        return happened(wallet.decide(new CreditPart("ann", "env", part)));
    }

    @Test
    void aBalanceBelowWhatIsFrozenIsRefused() {
        set(pounds(100));
        attempt("a", pounds(60));
        var reason = new Rejection.BelowReserved("ann", 59, 60);
        Decision<WalletFact> decision = set(pounds(59));
        assertThat(decision.facts()).isEmpty();
        assertThat(decision.messages())
                .containsExactly(Outgoing.of(new OperationOutcome.Refused("op", "wallet", "ann", reason, NOW)));
    }

    @Test
    void theCurrencyChangesOnlyWhileNothingIsFrozen() {
        set(pounds(100));
        attempt("a", pounds(60));
        assertThat(set(new Money(900, "EUR")).facts()).isEmpty();
        cancel("a");
        assertThat(set(new Money(900, "EUR")).facts()).containsExactly(new BalanceSet("ann", new Money(900, "EUR"), 0));
    }

    @Test
    void fundsAreFrozenWhileThereAreAny() {
        set(pounds(100));
        assertThat(attempt("a", pounds(60))).containsExactly(new FundsFrozen("ann", "a", pounds(60), EXPIRY, 100, 60));
        var reason = new Rejection.InsufficientFunds("ann", pounds(41), pounds(40));
        assertThat(attempt("b", pounds(41))).containsExactly(new FreezeRefused("ann", "b", pounds(41), reason, EXPIRY));
        assertThat(attempt("c", pounds(40))).containsExactly(new FundsFrozen("ann", "c", pounds(40), EXPIRY, 100, 100));
    }

    @Test
    void whoHasNoWalletPaysNothing() {
        assertThat(attempt("a", pounds(1)))
                .containsExactly(new FreezeRefused("ann", "a", pounds(1), new Rejection.NoWallet("ann"), EXPIRY));
    }

    @Test
    void anotherCurrencyIsNoMoney() {
        set(pounds(100));
        Money euros = new Money(1, "EUR");
        assertThat(attempt("a", euros))
                .containsExactly(new FreezeRefused(
                        "ann", "a", euros, new Rejection.InsufficientFunds("ann", euros, pounds(100)), EXPIRY));
    }

    @Test
    void capturedFundsLeave() {
        set(pounds(100));
        attempt("a", pounds(60));
        assertThat(confirm("a")).containsExactly(new FundsCaptured("ann", "a", pounds(60), 40, 0));
        assertThat(confirm("a")).isEmpty();
    }

    @Test
    void unfrozenFundsAreFreeAgain() {
        set(pounds(100));
        attempt("a", pounds(60));
        assertThat(cancel("a")).containsExactly(new FundsUnfrozen("ann", "a", pounds(60), 100, 0));
        assertThat(cancel("a")).isEmpty();
    }

    @Test
    void aCancelThatComesFirstBarsTheTry() {
        set(pounds(100));
        assertThat(cancel("a")).containsExactly(new FreezeBarred("ann", "a", EXPIRY));
        assertThat(attempt("a", pounds(1))).isEmpty();
    }

    @Test
    void nothingIsFrozenForAFreeOrder() {
        set(pounds(0));
        assertThat(attempt("a", pounds(0))).containsExactly(new FundsFrozen("ann", "a", pounds(0), EXPIRY, 0, 0));
    }

    @Test
    void aSnapshotStandsForAllThatHasHappened() {
        set(pounds(100));
        attempt("a", pounds(60));
        attempt("b", pounds(60));
        Wallet again = new Wallet("ann");
        again.recall(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(wallet.remember(NOW)), Wallet.State.class));

        assertThat(again.remember(NOW)).isEqualTo(wallet.remember(NOW));
        ConfirmBranch confirmation = new ConfirmBranch("a", PAYMENT, "ann");
        assertThat(again.decide(confirmation, NOW)).isEqualTo(wallet.decide(confirmation, NOW));
    }

    @Test
    void refundedFundsAreThereAgainOnce() {
        set(pounds(100));
        attempt("a", pounds(60));
        confirm("a");
        ReverseBranch reversal = new ReverseBranch("a", PAYMENT, "ann", "r1", 25, "GBP", EXPIRY);
        assertThat(branch(reversal)).containsExactly(new FundsRefunded("ann", "a", "r1", pounds(25), EXPIRY, 65, 0));
        assertThat(branch(reversal)).isEmpty();
    }

    @Test
    void aRefundInAnotherCurrencyThanTheWalletsIsInDoubt() {
        set(new Money(100, "EUR"));
        ReverseBranch reversal = new ReverseBranch("a", PAYMENT, "ann", "r1", 25, "GBP", EXPIRY);
        Decision<WalletFact> decision = wallet.decide(reversal, NOW);
        assertThat(decision.facts()).isEmpty();
        assertThat(decision.messages())
                .singleElement()
                .satisfies(message -> assertThat(((BranchAnswered) message.payload()).outcome())
                        .isEqualTo(BranchOutcome.IN_DOUBT));
    }
}
