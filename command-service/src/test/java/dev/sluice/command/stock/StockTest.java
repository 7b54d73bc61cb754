package dev.sluice.command.stock;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.rejection.Rejection.InsufficientStock;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReleased;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsReturned;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);

    private final Stock stock = new Stock("tea");

    private Decision<StockFact> count(long onHand) {
        return happened(stock.decide(new CountStock("op", "tea", onHand), NOW));
    }

    private Decision<StockFact> attempt(String orderId, long units) {
        return branch(new TryBranch(orderId, STOCK, "tea", units, "pcs", EXPIRY));
    }

    private Decision<StockFact> confirm(String orderId) {
        return branch(new ConfirmBranch(orderId, STOCK, "tea"));
    }

    private Decision<StockFact> cancel(String orderId) {
        return branch(new CancelBranch(orderId, STOCK, "tea", EXPIRY));
    }

    private Decision<StockFact> branch(BranchCommand command) {
        return happened(stock.decide(command, NOW));
    }

    private Decision<StockFact> happened(Decision<StockFact> decision) {
        decision.facts().forEach(stock::evolve);
        return decision;
    }

    private static Decision<StockFact> yields(StockFact fact, Payload message) {
        return Decision.of(fact, java.util.List.of(outgoing(message)));
    }

    private static Outgoing outgoing(Payload message) {
        return message instanceof BranchAnswered answer ? Outgoing.of(answer) : Outgoing.of((OperationOutcome) message);
    }

    private static BranchAnswered answer(String orderId, BranchOutcome outcome, @Nullable Rejection reason) {
        return new BranchAnswered(orderId, STOCK, "tea", null, outcome, reason, null);
    }

    @Test
    void countingSetsWhatIsOnHandAndSucceeds() {
        assertThat(count(5))
                .isEqualTo(yields(
                        new StockCounted("tea", 5, 0), new OperationOutcome.Succeeded("op", "stock", "tea", 1, NOW)));
    }

    @Test
    void theOutcomeNamesTheVersionAfterwards() {
        count(5);
        attempt("a", 1);
        assertThat(count(6).messages())
                .containsExactly(outgoing(new OperationOutcome.Succeeded("op", "stock", "tea", 3, NOW)));
    }

    @Test
    void countingBelowWhatIsPromisedIsRefused() {
        count(5);
        attempt("a", 3);
        var reason = new Rejection.BelowReserved("tea", 2, 3);
        assertThat(count(2).messages())
                .containsExactly(outgoing(new OperationOutcome.Refused("op", "stock", "tea", reason, NOW)));
        assertThat(count(2).facts()).isEmpty();
        assertThat(count(3).facts()).containsExactly(new StockCounted("tea", 3, 3));
    }

    @Test
    void unitsAreReservedWhileThereAreAny() {
        count(5);
        assertThat(attempt("a", 3))
                .isEqualTo(
                        yields(new UnitsReserved("tea", "a", 3, EXPIRY, 5, 3), answer("a", BranchOutcome.TRIED, null)));
        var reason = new InsufficientStock("tea", 3, 2);
        assertThat(attempt("b", 3))
                .isEqualTo(yields(
                        new ReservationRefused("tea", "b", 3, reason, EXPIRY),
                        answer("b", BranchOutcome.REFUSED, reason)));
        assertThat(attempt("c", 2).facts()).containsExactly(new UnitsReserved("tea", "c", 2, EXPIRY, 5, 5));
    }

    @Test
    void aSkuThatNobodyCountedHasNone() {
        assertThat(attempt("a", 1).facts())
                .containsExactly(new ReservationRefused("tea", "a", 1, new InsufficientStock("tea", 1, 0), EXPIRY));
    }

    @Test
    void confirmedUnitsLeave() {
        count(5);
        attempt("a", 3);
        assertThat(confirm("a"))
                .isEqualTo(yields(new UnitsTaken("tea", "a", 3, 2, 0), answer("a", BranchOutcome.CONFIRMED, null)));
        assertThat(attempt("b", 3).facts()).first().isInstanceOf(ReservationRefused.class);
    }

    @Test
    void cancelledUnitsAreFreeAgain() {
        count(5);
        attempt("a", 5);
        assertThat(cancel("a"))
                .isEqualTo(yields(new UnitsReleased("tea", "a", 5, 5, 0), answer("a", BranchOutcome.CANCELLED, null)));
        assertThat(attempt("b", 5).facts()).first().isInstanceOf(UnitsReserved.class);
    }

    @Test
    void aCancelThatComesFirstBarsTheTry() {
        count(5);
        assertThat(cancel("a").facts()).containsExactly(new ReservationBarred("tea", "a", EXPIRY));
        assertThat(attempt("a", 1).facts()).isEmpty();
    }

    @Test
    void repeatsChangeNothing() {
        count(5);
        attempt("a", 3);
        assertThat(attempt("a", 3).facts()).isEmpty();
        confirm("a");
        assertThat(confirm("a").facts()).isEmpty();
        assertThat(attempt("a", 3).facts()).isEmpty();
    }

    @Test
    void aSnapshotStandsForAllThatHasHappened() {
        count(5);
        attempt("a", 3);
        attempt("b", 9);
        confirm("a");
        Stock again = new Stock("tea");
        again.recall(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(stock.remember(NOW)), Stock.State.class));

        assertThat(again.remember(NOW)).isEqualTo(stock.remember(NOW));
        assertThat(again.decide(new CountStock("op", "tea", 7), NOW))
                .isEqualTo(stock.decide(new CountStock("op", "tea", 7), NOW));
        assertThat(again.decide(new CancelBranch("c", STOCK, "tea", EXPIRY), NOW))
                .isEqualTo(stock.decide(new CancelBranch("c", STOCK, "tea", EXPIRY), NOW));
    }

    @Test
    void returnedUnitsAreOnHandAgainOnce() {
        count(5);
        attempt("a", 3);
        confirm("a");
        ReverseBranch reversal = new ReverseBranch("a", STOCK, "tea", "r1", 2, "pcs", EXPIRY);
        BranchAnswered answer = new BranchAnswered("a", STOCK, "tea", "r1", BranchOutcome.REVERSED, null, null);

        assertThat(branch(reversal)).isEqualTo(yields(new UnitsReturned("tea", "a", "r1", 2, EXPIRY, 4, 0), answer));
        assertThat(branch(reversal))
                .isEqualTo(new Decision<>(java.util.List.of(), java.util.List.of(outgoing(answer))));
    }
}
