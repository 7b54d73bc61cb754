package dev.sluice.baseline;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.sluice.baseline.Holds.Hold;
import dev.sluice.baseline.Holds.State;
import dev.sluice.baseline.Messages.BalanceSet;
import dev.sluice.baseline.Messages.CancelFunds;
import dev.sluice.baseline.Messages.ConfirmFunds;
import dev.sluice.baseline.Messages.FundsCaptured;
import dev.sluice.baseline.Messages.FundsFrozen;
import dev.sluice.baseline.Messages.FundsRefused;
import dev.sluice.baseline.Messages.FundsUnfrozen;
import dev.sluice.baseline.Messages.SetBalance;
import dev.sluice.baseline.Messages.TryFunds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Aggregate(cache = "aggregates", snapshotTriggerDefinition = "snapshots")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from events.
class Wallet {
    @AggregateIdentifier
    private String customerId;

    private long available;
    private Holds holds = new Holds();

    Wallet() {}

    @CommandHandler
    Wallet(SetBalance command) {
        apply(new BalanceSet(command.customerId(), command.balance()));
    }

    @CommandHandler
    void handle(TryFunds command) {
        if (holds.of(command.orderId()) == null) {
            apply(
                    command.amount() <= available
                            ? new FundsFrozen(customerId, command.orderId(), command.amount())
                            : new FundsRefused(customerId, command.orderId(), command.amount()));
        }
    }

    @CommandHandler
    void handle(ConfirmFunds command) {
        Hold hold = holds.of(command.orderId());
        if (hold != null && hold.state() == State.TRIED) {
            apply(new FundsCaptured(customerId, command.orderId(), hold.amount()));
        }
    }

    /** Before its Try, too: then the Try finds it cancelled. */
    @CommandHandler
    void handle(CancelFunds command) {
        holds.cancellable(command.orderId())
                .ifPresent(amount -> apply(new FundsUnfrozen(customerId, command.orderId(), amount)));
    }

    @EventSourcingHandler
    void on(BalanceSet event) {
        customerId = event.customerId();
        available = event.balance();
    }

    @EventSourcingHandler
    void on(FundsFrozen event) {
        available -= event.amount();
        holds.put(event.orderId(), State.TRIED, event.amount());
    }

    @EventSourcingHandler
    void on(FundsRefused event) {
        holds.put(event.orderId(), State.REFUSED, event.amount());
    }

    @EventSourcingHandler
    void on(FundsCaptured event) {
        holds.put(event.orderId(), State.CONFIRMED, event.amount());
    }

    @EventSourcingHandler
    void on(FundsUnfrozen event) {
        available += event.amount();
        holds.put(event.orderId(), State.CANCELLED, event.amount());
    }
}
