package dev.sluice.command.order;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The process manager from both sides: what it stores, and what it sends. */
class OrderTest extends OrderFixture {

    @Nested
    class Placing {
        @Test
        void aPricedOrderTriesEveryBranch() {
            Money each = new Money(100, "GBP");
            List<OrderLine> lines =
                    List.of(new OrderLine("tea", "The tea", 2, each), new OrderLine("mug", "The mug", 2, each));
            Decision<OrderFact> decision = place("hash", "tea", "mug");
            assertThat(decision.facts())
                    .containsExactly(new OrderPlaced(
                            "o1", "ann", lines, null, null, new Money(400, "GBP"), "hash", ACCEPTED, NOW, DEADLINE));
            assertThat(decision.messages())
                    .containsExactly(
                            Outgoing.of(new TryBranch("o1", STOCK, "tea", 2, "pcs", DEADLINE)),
                            Outgoing.of(new TryBranch("o1", STOCK, "mug", 2, "pcs", DEADLINE)),
                            Outgoing.of(new TryBranch("o1", PAYMENT, "ann", 400, "GBP", DEADLINE)));
        }

        @Test
        void anOrderThatCannotBePricedIsDeclinedForGood() {
            Decision<OrderFact> decision = place("hash", "tea", "ufo");
            assertThat(decision.facts())
                    .containsExactly(new OrderDeclined(
                            "o1",
                            "ann",
                            placing("hash", "tea", "ufo").lines(),
                            new Rejection.UnknownSku("ufo"),
                            "hash",
                            ACCEPTED,
                            NOW));
            assertThat(decision.messages()).isEmpty();
            assertThat(place("hash", "tea")).isEqualTo(Decision.nothing());
        }

        @Test
        void placingAgainDoesNothing() {
            place("hash", "tea");
            assertThat(place("hash", "tea")).isEqualTo(Decision.nothing());
        }

        @Test
        void anotherOrderUnderTheSameIdDoesNothing() {
            place("hash", "tea");
            assertThat(place("another hash", "mug")).isEqualTo(Decision.nothing());
        }

        @Test
        void anOrderThatNobodyPlacedHearsNothing() {
            assertThat(answer(tried(TEA))).isEqualTo(Decision.nothing());
            assertThat(check(DEADLINE)).isEqualTo(Decision.nothing());
        }
    }

    @Nested
    class Trying {
        @BeforeEach
        void place() {
            OrderTest.this.place("hash", "tea", "mug");
        }

        @Test
        void itWaitsForAllBranches() {
            Decision<OrderFact> decision = answer(tried(TEA));
            assertThat(decision.facts()).containsExactly(new BranchesTried("o1", List.of(TEA)));
            assertThat(decision.messages()).isEmpty();
        }

        @Test
        void theLastBranchDecides() {
            answer(tried(TEA), tried(ANN));
            assertThat(answer(tried(MUG)))
                    .isEqualTo(Decision.of(new OrderConfirmed("o1", NOW), toAll(OrderTest::confirm)));
        }

        @Test
        void allAnswersAtOnceAreOneFact() {
            assertThat(answer(tried(TEA), tried(ANN), tried(MUG)).facts())
                    .containsExactly(new OrderConfirmed("o1", NOW));
        }

        @Test
        void oneRefusalRejects() {
            assertThat(answer(tried(MUG), refused(TEA), tried(ANN)))
                    .isEqualTo(Decision.of(new OrderRejected("o1", SOLD_OUT, NOW), toAll(OrderTest::cancel)));
        }

        @Test
        void theDeadlineRejects() {
            answer(tried(TEA));
            assertThat(check(DEADLINE))
                    .isEqualTo(Decision.of(
                            new OrderRejected("o1", new Rejection.DeadlinePassed(DEADLINE), DEADLINE),
                            toAll(OrderTest::cancel)));
        }

        @Test
        void aCheckBeforeTheDeadlineDoesNothing() {
            assertThat(check(DEADLINE.minusMillis(1))).isEqualTo(Decision.nothing());
        }

        @Test
        void repeatsAndStrangersChangeNothing() {
            answer(tried(TEA));
            assertThat(answer(tried(TEA), tried(new BranchId(STOCK, "ufo")))).isEqualTo(Decision.nothing());
        }

        @Test
        void aDoubtIsNotedOnceAndDecidesNothing() {
            assertThat(answer(inDoubt(TEA), inDoubt(TEA), tried(MUG)).facts())
                    .containsExactly(
                            new BranchInDoubt("o1", TEA, null, "odd", NOW), new BranchesTried("o1", List.of(MUG)));
            assertThat(answer(inDoubt(TEA))).isEqualTo(Decision.nothing());
            assertThat(check(DEADLINE).facts()).first().isInstanceOf(OrderRejected.class);
        }

        @Test
        void anAnswerToAQuestionThatWasNotAskedIsADoubt() {
            assertThat(answer(confirmed(TEA)).facts()).first().isInstanceOf(BranchInDoubt.class);
        }
    }

    @Nested
    class Confirming {
        @BeforeEach
        void confirm() {
            place("hash", "tea", "mug");
            answer(tried(TEA), tried(ANN), tried(MUG));
        }

        @Test
        void itSettlesWhenAllBranchesHave() {
            assertThat(answer(confirmed(TEA), confirmed(MUG)).facts())
                    .singleElement()
                    .satisfies(fact ->
                            assertThat(((BranchesSettled) fact).branches()).containsExactlyInAnyOrder(TEA, MUG));
            assertThat(answer(confirmed(ANN)).facts()).containsExactly(new OrderSettled("o1", NOW));
        }

        @Test
        void afterThatNothingHappens() {
            answer(confirmed(TEA), confirmed(MUG), confirmed(ANN));
            assertThat(answer(confirmed(TEA), inDoubt(MUG))).isEqualTo(Decision.nothing());
            assertThat(check(DEADLINE)).isEqualTo(Decision.nothing());
            assertThat(place("hash", "tea", "mug")).isEqualTo(Decision.nothing());
        }

        @Test
        void theDeadlineIsOver() {
            assertThat(check(DEADLINE)).isEqualTo(Decision.nothing());
        }

        @Test
        void lateAnswersToTheTryAreIgnored() {
            assertThat(answer(tried(TEA), refused(MUG))).isEqualTo(Decision.nothing());
        }

        @Test
        void aBranchInDoubtKeepsItOpenUntilItAnswers() {
            assertThat(answer(inDoubt(TEA)).facts()).containsExactly(new BranchInDoubt("o1", TEA, null, "odd", NOW));
            answer(confirmed(MUG), confirmed(ANN));
            assertThat(answer(confirmed(TEA)).facts()).containsExactly(new OrderSettled("o1", NOW));
        }

        @Test
        void theOppositeOfTheDecisionIsADoubt() {
            assertThat(answer(cancelled(TEA)).facts()).first().isInstanceOf(BranchInDoubt.class);
        }
    }

    @Nested
    class Cancelling {
        @BeforeEach
        void reject() {
            place("hash", "tea", "mug");
            answer(tried(MUG), refused(TEA));
        }

        @Test
        void itSettlesWhenAllBranchesHave() {
            assertThat(answer(cancelled(TEA)).facts()).containsExactly(new BranchesSettled("o1", List.of(TEA)));
            assertThat(answer(cancelled(MUG), cancelled(ANN)).facts()).containsExactly(new OrderSettled("o1", NOW));
        }

        @Test
        void lateAnswersToTheTryAreIgnored() {
            assertThat(answer(tried(ANN))).isEqualTo(Decision.nothing());
        }

        @Test
        void theOppositeOfTheDecisionIsADoubt() {
            assertThat(answer(confirmed(MUG)).facts()).first().isInstanceOf(BranchInDoubt.class);
        }
    }
}
