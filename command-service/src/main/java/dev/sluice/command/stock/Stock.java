package dev.sluice.command.stock;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.participant.Participant;
import dev.sluice.command.tcc.BranchesState;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReleased;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsReturned;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The units of one SKU. A SKU that nobody has counted has none, but remembers its refusals. */
final class Stock extends Participant<StockFact, Stock.State> {

    private static final String UNIT = "pcs";

    @AggregateIdentifier
    private final String sku;

    private long onHand;
    private long reserved;
    private long version;

    Stock(String sku) {
        this.sku = sku;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CountStock command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    Decision<StockFact> decide(CountStock count, Instant now) {
        if (count.onHand() < reserved) {
            var reason = new Rejection.BelowReserved(sku, count.onHand(), reserved);
            return new Decision<>(
                    List.of(),
                    List.of(Outgoing.of(new OperationOutcome.Refused(count.operationId(), "stock", sku, reason, now))));
        }
        return Decision.of(
                new StockCounted(sku, count.onHand(), reserved),
                List.of(Outgoing.of(
                        new OperationOutcome.Succeeded(count.operationId(), "stock", sku, version + 1, now))));
    }

    @Override
    public @Nullable Rejection refuse(TryBranch attempt, Instant now) {
        long available = onHand - reserved;
        return attempt.amount() > available ? new Rejection.InsufficientStock(sku, attempt.amount(), available) : null;
    }

    @Override
    protected @Nullable StockFact factOf(Change change, String orderId) {
        return switch (change) {
            case Change.None() -> null;
            case Change.Reserve(TryBranch t) ->
                new UnitsReserved(sku, orderId, t.amount(), t.expiresAt(), onHand, reserved + t.amount());
            case Change.Refuse(TryBranch t, Rejection reason) ->
                new ReservationRefused(sku, orderId, t.amount(), reason, t.expiresAt());
            case Change.Take(long units) -> new UnitsTaken(sku, orderId, units, onHand - units, reserved - units);
            case Change.Release(long units) -> new UnitsReleased(sku, orderId, units, onHand, reserved - units);
            case Change.Bar(Instant expiresAt) -> new ReservationBarred(sku, orderId, expiresAt);
            case Change.GiveBack(ReverseBranch r) ->
                new UnitsReturned(
                        sku,
                        orderId,
                        r.returnId(),
                        r.amount(),
                        r.expiresAt(),
                        Math.addExact(onHand, r.amount()),
                        reserved);
        };
    }

    @EventSourcingHandler
    void evolve(StockFact fact) {
        version++;
        switch (fact) {
            case StockCounted f -> levels(f.onHand(), f.reserved());
            case UnitsReserved f -> {
                levels(f.onHand(), f.reserved());
                branches.tried(f.orderId(), f.quantity(), UNIT, f.expiresAt());
            }
            case ReservationRefused f -> branches.refused(f.orderId(), f.quantity(), UNIT, f.expiresAt(), f.reason());
            case UnitsTaken f -> {
                levels(f.onHand(), f.reserved());
                branches.confirmed(f.orderId());
            }
            case UnitsReleased f -> {
                levels(f.onHand(), f.reserved());
                branches.cancelled(f.orderId());
            }
            case ReservationBarred f -> branches.barred(f.orderId(), f.expiresAt());
            case UnitsReturned f -> {
                levels(f.onHand(), f.reserved());
                branches.reversed(f.orderId(), f.returnId(), f.quantity(), UNIT, f.expiresAt());
            }
        }
    }

    /** All of it, for a snapshot. */
    record State(long onHand, long reserved, long version, BranchesState branches) {}

    @Override
    public State remember(Instant now) {
        return new State(onHand, reserved, version, branches.remember(now));
    }

    @EventSourcingHandler
    void recall(State state) {
        levels(state.onHand, state.reserved);
        version = state.version;
        branches.recall(state.branches);
    }

    private void levels(long onHand, long reserved) {
        this.onHand = onHand;
        this.reserved = reserved;
    }
}
