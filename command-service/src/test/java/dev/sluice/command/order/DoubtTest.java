package dev.sluice.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.ResolveBranch;
import dev.sluice.schemas.order.OrderCommand.RetryBranch;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchRetried;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What operators can do about a branch in doubt, and that none of it touches the decision. */
class DoubtTest extends OrderFixture {

    private Decision<OrderFact> retry(BranchId branch, @Nullable String returnId) {
        return happened(order.decide(new RetryBranch("op", "o1", branch, returnId, "olga"), NOW));
    }

    private Decision<OrderFact> resolve(BranchId branch, @Nullable String returnId) {
        return happened(order.decide(new ResolveBranch("op", "o1", branch, returnId, "done by hand", "olga"), NOW));
    }

    private static Outgoing succeeded(long version) {
        return Outgoing.of(new OperationOutcome.Succeeded("op", "order", "o1", version, NOW));
    }

    private static Decision<OrderFact> notInDoubt(BranchId branch) {
        Rejection reason = new Rejection.NotInDoubt("o1", branch.key());
        return new Decision<>(
                List.of(), List.of(Outgoing.of(new OperationOutcome.Refused("op", "order", "o1", reason, NOW))));
    }

    private static BranchResolved resolved(BranchId branch, @Nullable String returnId) {
        return new BranchResolved("o1", branch, returnId, "op", "done by hand", "olga", NOW);
    }

    @Test
    void whatIsNotInDoubtIsLeftAlone() {
        assertThat(retry(TEA, null)).isEqualTo(notInDoubt(TEA));
        place("hash", "tea", "mug");
        answer(inDoubt(TEA));
        assertThat(retry(TEA, null)).as("not decided").isEqualTo(notInDoubt(TEA));
        assertThat(resolve(TEA, null)).as("not decided").isEqualTo(notInDoubt(TEA));
    }

    @Nested
    class OfACheckout {
        @BeforeEach
        void doubt() {
            place("hash", "tea", "mug");
            answer(tried(TEA), tried(ANN), tried(MUG));
            answer(confirmed(TEA), inDoubt(MUG), confirmed(ANN));
        }

        @Test
        void aRetryAsksOnceMoreWhatWasDecided() {
            assertThat(retry(MUG, null))
                    .isEqualTo(new Decision<>(
                            List.of(new BranchRetried("o1", MUG, null, "op", "olga", NOW)),
                            List.of(Outgoing.of(confirm(MUG)), succeeded(5))));
            assertThat(retry(MUG, null)).as("until it answers").isEqualTo(notInDoubt(MUG));
            assertThat(answer(confirmed(MUG)).facts()).containsExactly(new OrderSettled("o1", NOW));
        }

        @Test
        void aDoubtThatStaysIsNotedAgain() {
            retry(MUG, null);
            assertThat(answer(inDoubt(MUG)).facts()).containsExactly(new BranchInDoubt("o1", MUG, null, "odd", NOW));
        }

        @Test
        void aResolutionCountsAsTheAnswerThatIsOwed() {
            assertThat(resolve(MUG, null).facts()).containsExactly(resolved(MUG, null), new OrderSettled("o1", NOW));
            assertThat(resolve(MUG, null)).isEqualTo(notInDoubt(MUG));
        }

        @Test
        void othersAreNotTouched() {
            assertThat(retry(TEA, null)).isEqualTo(notInDoubt(TEA));
            assertThat(resolve(MUG, "r1")).isEqualTo(notInDoubt(MUG));
        }

        @Test
        void aReturnThatWaitedGoesWithTheResolution() {
            happened(order.decide(new CancelOrder("r1", "o1", List.of(new ReturnedLine("tea", 1)), ACCEPTED), NOW));
            assertThat(resolve(MUG, null).messages())
                    .hasAtLeastOneElementOfType(Outgoing.class)
                    .anyMatch(message -> message.payload() instanceof ReverseBranch);
        }
    }

    @Test
    void aCancellationIsRetriedAsACancellation() {
        place("hash", "tea", "mug");
        answer(OrderFixture.refused(TEA));
        answer(inDoubt(MUG));
        assertThat(retry(MUG, null).messages()).contains(Outgoing.of(cancel(MUG)));
    }

    @Nested
    class OfAReturn {
        private static final Instant EXPIRY = NOW.plusSeconds(24 * 60 * 60);

        @BeforeEach
        void doubt() {
            place("hash", "tea", "mug");
            settle();
            happened(order.decide(new CancelOrder("r1", "o1", List.of(new ReturnedLine("tea", 1)), ACCEPTED), NOW));
            answer(answered(TEA, BranchOutcome.REVERSED), answered(ANN, BranchOutcome.IN_DOUBT));
        }

        private static BranchAnswered answered(BranchId branch, BranchOutcome outcome) {
            return new BranchAnswered("o1", branch.participant(), branch.key(), "r1", outcome, null, null);
        }

        @Test
        void aRetryHasAWindowOfItsOwn() {
            assertThat(retry(ANN, "r1").messages())
                    .contains(Outgoing.of(new ReverseBranch("o1", ANN.participant(), "ann", "r1", 100, "GBP", EXPIRY)));
            assertThat(answer(answered(ANN, BranchOutcome.REVERSED)).facts())
                    .containsExactly(new ReturnSettled("o1", "r1", NOW));
        }

        @Test
        void aResolutionSettlesIt() {
            assertThat(resolve(ANN, "r1").facts())
                    .containsExactly(resolved(ANN, "r1"), new ReturnSettled("o1", "r1", NOW));
        }

        @Test
        void itIsNoneOfTheCheckout() {
            assertThat(retry(ANN, null)).isEqualTo(notInDoubt(ANN));
        }
    }
}
