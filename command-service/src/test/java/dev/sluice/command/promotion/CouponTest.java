package dev.sluice.command.promotion;

import static dev.sluice.schemas.tcc.Participant.PROMOTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.promotion.CouponCommand.PutCoupon;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.CouponFact.CouponLocked;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.promotion.CouponFact.CouponRedeemed;
import dev.sluice.schemas.promotion.CouponFact.CouponRefused;
import dev.sluice.schemas.promotion.CouponFact.CouponRestored;
import dev.sluice.schemas.promotion.CouponFact.CouponUnlocked;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final Money SUBTOTAL = pounds(2000);
    private static final Money TENTH = pounds(200);

    private final Coupon coupon = new Coupon("SPRING");

    private static Money pounds(long amount) {
        return new Money(amount, "GBP");
    }

    private static CouponTerms terms(@Nullable Long perCustomer, @Nullable Long total) {
        return new CouponTerms(10, null, pounds(1000), NOW, EXPIRY, perCustomer, total);
    }

    private Decision<CouponFact> put(CouponTerms terms) {
        return happened(coupon.decide(new PutCoupon("op", "SPRING", terms), NOW));
    }

    private Decision<CouponFact> attempt(String orderId, String customerId) {
        return branch(attempt(orderId, customerId, SUBTOTAL, TENTH), NOW);
    }

    private static TryBranch attempt(String orderId, String customerId, Money subtotal, Money discount) {
        return new TryBranch(
                orderId,
                PROMOTION,
                "SPRING",
                discount.amount(),
                discount.currency(),
                new Purchase(customerId, subtotal),
                EXPIRY);
    }

    private Decision<CouponFact> confirm(String orderId) {
        return branch(new ConfirmBranch(orderId, PROMOTION, "SPRING"), NOW);
    }

    private Decision<CouponFact> cancel(String orderId) {
        return branch(new CancelBranch(orderId, PROMOTION, "SPRING", EXPIRY), NOW);
    }

    private Decision<CouponFact> reverse(String orderId, String customerId) {
        return branch(
                new ReverseBranch(
                        orderId,
                        PROMOTION,
                        "SPRING",
                        "r-" + orderId,
                        200,
                        "GBP",
                        new Purchase(customerId, SUBTOTAL),
                        EXPIRY),
                NOW);
    }

    private Decision<CouponFact> branch(BranchCommand command, Instant now) {
        return happened(coupon.decide(command, now));
    }

    private Decision<CouponFact> happened(Decision<CouponFact> decision) {
        decision.facts().forEach(coupon::evolve);
        return decision;
    }

    private static BranchAnswered answerOf(Decision<CouponFact> decision) {
        return (BranchAnswered) decision.messages().getFirst().payload();
    }

    private static void assertRefused(Decision<CouponFact> decision, Rejection reason) {
        assertThat(decision.facts()).hasOnlyElementsOfType(CouponRefused.class).hasSize(1);
        assertThat(answerOf(decision).outcome()).isEqualTo(BranchOutcome.REFUSED);
        assertThat(answerOf(decision).rejection()).isEqualTo(reason);
    }

    @Test
    void eachPutCountsTheVersion() {
        put(terms(null, null));
        assertThat(put(terms(1L, null)))
                .isEqualTo(Decision.of(
                        new CouponPut("SPRING", terms(1L, null), 2),
                        List.of(Outgoing.of(new OperationOutcome.Succeeded("op", "coupon", "SPRING", 2, NOW)))));
    }

    @Test
    void aUseIsLockedThenRedeemedThenRestored() {
        put(terms(null, null));
        assertThat(attempt("a", "ann").facts())
                .containsExactly(new CouponLocked("SPRING", "a", "ann", TENTH, EXPIRY, 1, 0));
        assertThat(confirm("a").facts()).containsExactly(new CouponRedeemed("SPRING", "a", 0, 1));
        assertThat(reverse("a", "ann").facts())
                .containsExactly(new CouponRestored("SPRING", "a", "r-a", "ann", TENTH, EXPIRY, 0, 0));
        assertThat(reverse("a", "ann").facts()).isEmpty();
    }

    @Test
    void whatNobodyHasIssuedIsRefused() {
        assertRefused(attempt("a", "ann"), new Rejection.UnknownCoupon("SPRING"));
    }

    @Test
    void itIsValidFromItsFirstInstantUntilItsLast() {
        put(terms(null, null));
        assertRefused(
                branch(attempt("a", "ann", SUBTOTAL, TENTH), NOW.minusMillis(1)),
                new Rejection.CouponNotValid("SPRING", NOW, EXPIRY));
        assertRefused(
                branch(attempt("b", "ann", SUBTOTAL, TENTH), EXPIRY),
                new Rejection.CouponNotValid("SPRING", NOW, EXPIRY));
        assertThat(answerOf(branch(attempt("c", "ann", SUBTOTAL, TENTH), EXPIRY.minusMillis(1)))
                        .outcome())
                .isEqualTo(BranchOutcome.TRIED);
    }

    @Test
    void theLinesMustComeToTheMinimum() {
        put(terms(null, null));
        assertRefused(
                branch(attempt("a", "ann", pounds(999), pounds(99)), NOW),
                new Rejection.CouponMinimum("SPRING", pounds(1000), pounds(999)));
        assertRefused(
                branch(attempt("b", "ann", new Money(1000, "EUR"), new Money(100, "EUR")), NOW),
                new Rejection.CouponCurrency("SPRING", "EUR"));
    }

    @Test
    void anOrderPricedByOtherTermsIsRefused() {
        put(terms(null, null));
        assertRefused(
                branch(attempt("a", "ann", SUBTOTAL, pounds(300)), NOW),
                new Rejection.CouponChanged("SPRING", pounds(300), TENTH));
    }

    @Test
    void usesAreLimitedInAllWhetherLockedOrRedeemed() {
        put(terms(null, 2L));
        attempt("a", "ann");
        confirm("a");
        attempt("b", "bob");
        assertRefused(attempt("c", "cid"), new Rejection.CouponUsedUp("SPRING", 2, false));
        cancel("b");
        assertThat(answerOf(attempt("d", "dan")).outcome()).isEqualTo(BranchOutcome.TRIED);
    }

    @Test
    void usesAreLimitedPerCustomerUntilTheyAreGivenBack() {
        put(terms(1L, null));
        attempt("a", "ann");
        assertRefused(attempt("b", "ann"), new Rejection.CouponUsedUp("SPRING", 1, true));
        assertThat(answerOf(attempt("c", "bob")).outcome()).isEqualTo(BranchOutcome.TRIED);
        confirm("a");
        assertRefused(attempt("d", "ann"), new Rejection.CouponUsedUp("SPRING", 1, true));
        reverse("a", "ann");
        assertThat(answerOf(attempt("e", "ann")).outcome()).isEqualTo(BranchOutcome.TRIED);
    }

    @Test
    void aUseFromBeforeTheLimitDoesNotFreeOneFromAfter() {
        put(terms(null, null));
        attempt("a", "ann");
        put(terms(1L, null));
        attempt("b", "ann");
        assertThat(cancel("a").facts()).containsExactly(new CouponUnlocked("SPRING", "a", 1, 0));
        assertRefused(attempt("c", "ann"), new Rejection.CouponUsedUp("SPRING", 1, true));
    }

    @Test
    void aTryWithoutItsPurchaseIsAFault() {
        put(terms(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coupon.decide(new TryBranch("a", PROMOTION, "SPRING", 200, "GBP", EXPIRY), NOW));
    }

    @Test
    void aSnapshotIsAllOfIt() {
        put(terms(1L, 9L));
        attempt("a", "ann");
        attempt("b", "bob");
        confirm("b");
        Coupon again = new Coupon("SPRING");
        String json = Json.MAPPER.writeValueAsString(coupon.remember(NOW));
        again.recall(Json.MAPPER.readValue(json, Coupon.State.class));
        for (BranchCommand command : List.of(
                attempt("c", "ann", SUBTOTAL, TENTH),
                attempt("d", "dan", SUBTOTAL, TENTH),
                new ConfirmBranch("a", PROMOTION, "SPRING"),
                new CancelBranch("b", PROMOTION, "SPRING", EXPIRY))) {
            assertThat(again.decide(command, NOW)).as("%s", command).isEqualTo(coupon.decide(command, NOW));
        }
        assertThat(again.weight()).isEqualTo(coupon.weight());
    }
}
