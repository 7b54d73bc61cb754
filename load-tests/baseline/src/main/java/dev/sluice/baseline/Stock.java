package dev.sluice.baseline;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.sluice.baseline.Holds.Hold;
import dev.sluice.baseline.Holds.State;
import dev.sluice.baseline.Messages.CancelUnits;
import dev.sluice.baseline.Messages.ConfirmUnits;
import dev.sluice.baseline.Messages.SetStock;
import dev.sluice.baseline.Messages.StockSet;
import dev.sluice.baseline.Messages.TryUnits;
import dev.sluice.baseline.Messages.UnitsRefused;
import dev.sluice.baseline.Messages.UnitsReleased;
import dev.sluice.baseline.Messages.UnitsReserved;
import dev.sluice.baseline.Messages.UnitsTaken;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Aggregate(cache = "aggregates", snapshotTriggerDefinition = "snapshots")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from events.
class Stock {
    @AggregateIdentifier
    private String sku;

    private long available;
    private Holds holds = new Holds();

    Stock() {}

    @CommandHandler
    Stock(SetStock command) {
        apply(new StockSet(command.sku(), command.units()));
    }

    @CommandHandler
    void handle(TryUnits command) {
        if (holds.of(command.orderId()) == null) {
            apply(
                    command.quantity() <= available
                            ? new UnitsReserved(sku, command.orderId(), command.quantity())
                            : new UnitsRefused(sku, command.orderId(), command.quantity()));
        }
    }

    @CommandHandler
    void handle(ConfirmUnits command) {
        Hold hold = holds.of(command.orderId());
        if (hold != null && hold.state() == State.TRIED) {
            apply(new UnitsTaken(sku, command.orderId(), hold.amount()));
        }
    }

    /** Before its Try, too: then the Try finds it cancelled. */
    @CommandHandler
    void handle(CancelUnits command) {
        holds.cancellable(command.orderId())
                .ifPresent(amount -> apply(new UnitsReleased(sku, command.orderId(), amount)));
    }

    @EventSourcingHandler
    void on(StockSet event) {
        sku = event.sku();
        available = event.units();
    }

    @EventSourcingHandler
    void on(UnitsReserved event) {
        available -= event.quantity();
        holds.put(event.orderId(), State.TRIED, event.quantity());
    }

    @EventSourcingHandler
    void on(UnitsRefused event) {
        holds.put(event.orderId(), State.REFUSED, event.quantity());
    }

    @EventSourcingHandler
    void on(UnitsTaken event) {
        holds.put(event.orderId(), State.CONFIRMED, event.quantity());
    }

    @EventSourcingHandler
    void on(UnitsReleased event) {
        available += event.quantity();
        holds.put(event.orderId(), State.CANCELLED, event.quantity());
    }
}
