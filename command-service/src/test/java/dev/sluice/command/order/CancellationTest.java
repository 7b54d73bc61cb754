package dev.sluice.command.order;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An order is two units of tea and two mugs at a pound each. */
class CancellationTest extends OrderFixture {

    private static final Instant EXPIRY = NOW.plusSeconds(24 * 60 * 60);

    private Decision<OrderFact> cancel(String operationId, ReturnedLine... lines) {
        return happened(order.decide(new CancelOrder(operationId, "o1", List.of(lines), ACCEPTED), NOW));
    }

    private static ReturnedLine units(String sku, long quantity) {
        return new ReturnedLine(sku, quantity);
    }

    private static Outgoing succeeded(String operationId, long version) {
        return Outgoing.of(new OperationOutcome.Succeeded(operationId, "order", "o1", version, NOW));
    }

    private static Decision<OrderFact> refused(Rejection reason) {
        return new Decision<>(
                List.of(), List.of(Outgoing.of(new OperationOutcome.Refused("op1", "order", "o1", reason, NOW))));
    }

    private static Outgoing reversal(BranchId branch, String returnId, long amount, String unit) {
        return Outgoing.of(new ReverseBranch("o1", branch.participant(), branch.key(), returnId, amount, unit, EXPIRY));
    }

    private static BranchAnswered reversed(BranchId branch, String returnId) {
        return new BranchAnswered(
                "o1", branch.participant(), branch.key(), returnId, BranchOutcome.REVERSED, null, null);
    }

    private static Money pounds(long pounds) {
        return new Money(pounds * 100, "GBP");
    }

    @Test
    void whatNobodyHasPlacedCannotBeCancelled() {
        assertThat(cancel("op1")).isEqualTo(refused(new Rejection.UnknownOrder("o1")));
    }

    @Test
    void whatCouldNotBePricedCannotBeCancelled() {
        place("hash", "ufo");
        assertThat(cancel("op1")).isEqualTo(refused(new Rejection.OrderNotConfirmed("o1")));
    }

    @Nested
    class BeforeTheDecision {
        @BeforeEach
        void place() {
            CancellationTest.this.place("hash", "tea", "mug");
            answer(tried(TEA));
        }

        @Test
        void itIsTheDecision() {
            Decision<OrderFact> decision = cancel("op1");
            assertThat(decision.facts()).containsExactly(new OrderCancelled("o1", "op1", NOW));
            List<Outgoing> expected = new ArrayList<>(toAll(OrderFixture::cancel));
            expected.add(succeeded("op1", 3));
            assertThat(decision.messages()).containsExactlyElementsOf(expected);
        }

        @Test
        void itIsFinal() {
            cancel("op1");
            assertThat(answer(tried(MUG), tried(ANN))).isEqualTo(Decision.nothing());
            assertThat(check(DEADLINE)).isEqualTo(Decision.nothing());
            assertThat(answer(cancelled(TEA), cancelled(MUG), cancelled(ANN)).facts())
                    .containsExactly(new OrderSettled("o1", NOW));
        }

        @Test
        void onceMoreChangesNothingAndSucceeds() {
            cancel("op1");
            assertThat(cancel("op2")).isEqualTo(new Decision<>(List.of(), List.of(succeeded("op2", 3))));
            answer(cancelled(TEA), cancelled(MUG), cancelled(ANN));
            assertThat(cancel("op3").messages()).containsExactly(succeeded("op3", 4));
        }

        @Test
        void aPartCannotBeReturned() {
            assertThat(cancel("op1", units("tea", 1))).isEqualTo(refused(new Rejection.OrderNotConfirmed("o1")));
        }

        @Test
        void afterARejectionThereIsNothingToCancel() {
            answer(OrderFixture.refused(MUG));
            assertThat(cancel("op1")).isEqualTo(refused(new Rejection.OrderNotConfirmed("o1")));
        }
    }

    @Nested
    class AfterItSettled {
        @BeforeEach
        void settleAll() {
            place("hash", "tea", "mug");
            settle();
        }

        @Test
        void allGoesBack() {
            Decision<OrderFact> decision = cancel("op1");
            assertThat(decision.facts())
                    .containsExactly(new LinesReturned(
                            "o1", "op1", List.of(units("tea", 2), units("mug", 2)), pounds(4), true, NOW));
            assertThat(decision.messages())
                    .containsExactly(
                            reversal(TEA, "op1", 2, "pcs"),
                            reversal(MUG, "op1", 2, "pcs"),
                            reversal(ANN, "op1", 400, "GBP"),
                            succeeded("op1", 4));
        }

        @Test
        void aPartGoesBackAtThePriceItWasSoldFor() {
            Decision<OrderFact> decision = cancel("op1", units("mug", 1));
            assertThat(decision.facts())
                    .containsExactly(new LinesReturned("o1", "op1", List.of(units("mug", 1)), pounds(1), false, NOW));
            assertThat(decision.messages()).contains(reversal(MUG, "op1", 1, "pcs"), reversal(ANN, "op1", 100, "GBP"));
        }

        @Test
        void theLastPartCompletesIt() {
            cancel("op1", units("mug", 2));
            assertThat(cancel("op2", units("tea", 2)).facts())
                    .containsExactly(new LinesReturned("o1", "op2", List.of(units("tea", 2)), pounds(2), true, NOW));
            assertThat(cancel("op3").facts()).isEmpty();
            assertThat(cancel("op3").messages()).containsExactly(succeeded("op3", 5));
        }

        @Test
        void allOfItInAnyOrderCompletesIt() {
            assertThat(cancel("op1", units("mug", 2), units("tea", 2)).facts())
                    .singleElement()
                    .satisfies(fact ->
                            assertThat(((LinesReturned) fact).complete()).isTrue());
        }

        @Test
        void whatIsLeftGoesBackWithTheRest() {
            cancel("op1", units("tea", 1));
            assertThat(((LinesReturned) cancel("op2").facts().getFirst()).lines())
                    .containsExactly(units("tea", 1), units("mug", 2));
        }

        @Test
        void moreThanIsLeftIsRefused() {
            cancel("op0", units("tea", 1));
            assertThat(cancel("op1", units("mug", 1), units("tea", 2)))
                    .isEqualTo(refused(new Rejection.NotReturnable("tea", 2, 1)));
            assertThat(cancel("op1", units("ufo", 1))).isEqualTo(refused(new Rejection.NotReturnable("ufo", 1, 0)));
        }

        @Test
        void itSettlesWhenEveryBranchHasGivenBack() {
            cancel("op1", units("tea", 1));
            assertThat(answer(reversed(TEA, "op1")).facts())
                    .containsExactly(new BranchesReversed("o1", "op1", List.of(TEA)));
            assertThat(answer(reversed(TEA, "op1"))).isEqualTo(Decision.nothing());
            assertThat(answer(reversed(ANN, "op1")).facts()).containsExactly(new ReturnSettled("o1", "op1", NOW));
            assertThat(answer(reversed(ANN, "op1"))).isEqualTo(Decision.nothing());
        }

        @Test
        void twoReturnsSettleEachOnItsOwn() {
            cancel("op1", units("tea", 1));
            cancel("op2", units("tea", 1));
            assertThat(answer(reversed(TEA, "op2"), reversed(ANN, "op2"), reversed(TEA, "op1"))
                            .facts())
                    .containsExactly(
                            new BranchesReversed("o1", "op1", List.of(TEA)), new ReturnSettled("o1", "op2", NOW));
        }

        @Test
        void aDoubtIsNotedOnceAndTheReturnStaysOpen() {
            cancel("op1", units("tea", 1));
            BranchAnswered doubt = new BranchAnswered(
                    "o1", PAYMENT, "ann", "op1", BranchOutcome.IN_DOUBT, null, "the wallet is in EUR");
            assertThat(answer(doubt, doubt).facts())
                    .containsExactly(new BranchInDoubt("o1", ANN, "op1", "the wallet is in EUR", NOW));
            assertThat(answer(doubt)).isEqualTo(Decision.nothing());
            answer(reversed(TEA, "op1"));
            assertThat(answer(reversed(ANN, "op1")).facts()).containsExactly(new ReturnSettled("o1", "op1", NOW));
        }

        @Test
        void linesWithoutAQuantityOrTwiceAreAFault() {
            assertThatIllegalArgumentException().isThrownBy(() -> cancel("op1", units("tea", 0)));
            assertThatIllegalArgumentException().isThrownBy(() -> cancel("op1", units("tea", 1), units("tea", 1)));
        }
    }

    @Nested
    class BetweenDecisionAndSettlement {
        @BeforeEach
        void confirmAll() {
            place("hash", "tea", "mug");
            answer(tried(TEA), tried(ANN), tried(MUG));
        }

        @Test
        void itIsDecidedAtOnceAndSentWhenEveryBranchHasTaken() {
            Decision<OrderFact> decision = cancel("op1", units("tea", 1));
            assertThat(decision.facts()).singleElement().isInstanceOf(LinesReturned.class);
            assertThat(decision.messages()).containsExactly(succeeded("op1", 3));

            answer(confirmed(TEA), confirmed(MUG));
            Decision<OrderFact> settled = answer(confirmed(ANN));
            assertThat(settled.facts()).containsExactly(new OrderSettled("o1", NOW));
            assertThat(settled.messages())
                    .containsExactly(reversal(TEA, "op1", 1, "pcs"), reversal(ANN, "op1", 100, "GBP"));
        }

        @Test
        void anAnswerToAReturnIsNoneToTheCheckout() {
            cancel("op1", units("tea", 1));
            answer(reversed(TEA, "op1"));
            assertThat(answer(confirmed(TEA), confirmed(MUG), confirmed(ANN)).facts())
                    .containsExactly(new OrderSettled("o1", NOW));
        }
    }
}
