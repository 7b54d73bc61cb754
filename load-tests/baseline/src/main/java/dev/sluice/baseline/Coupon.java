package dev.sluice.baseline;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.sluice.baseline.Holds.Hold;
import dev.sluice.baseline.Holds.State;
import dev.sluice.baseline.Messages.CancelCoupon;
import dev.sluice.baseline.Messages.ConfirmCoupon;
import dev.sluice.baseline.Messages.CouponLocked;
import dev.sluice.baseline.Messages.CouponRedeemed;
import dev.sluice.baseline.Messages.CouponRefused;
import dev.sluice.baseline.Messages.CouponSet;
import dev.sluice.baseline.Messages.CouponUnlocked;
import dev.sluice.baseline.Messages.SetCoupon;
import dev.sluice.baseline.Messages.TryCoupon;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Aggregate(cache = "aggregates", snapshotTriggerDefinition = "snapshots")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from events.
class Coupon {
    @AggregateIdentifier
    private String code;

    private int percent;
    private Holds holds = new Holds();

    Coupon() {}

    @CommandHandler
    Coupon(SetCoupon command) {
        apply(new CouponSet(command.code(), command.percent()));
    }

    @CommandHandler
    void handle(TryCoupon command) {
        if (holds.of(command.orderId()) == null) {
            apply(
                    command.discount() == command.subtotal() * percent / 100
                            ? new CouponLocked(code, command.orderId(), command.discount())
                            : new CouponRefused(code, command.orderId(), command.discount()));
        }
    }

    @CommandHandler
    void handle(ConfirmCoupon command) {
        Hold hold = holds.of(command.orderId());
        if (hold != null && hold.state() == State.TRIED) {
            apply(new CouponRedeemed(code, command.orderId(), hold.amount()));
        }
    }

    /** Before its Try, too: then the Try finds it cancelled. */
    @CommandHandler
    void handle(CancelCoupon command) {
        holds.cancellable(command.orderId())
                .ifPresent(amount -> apply(new CouponUnlocked(code, command.orderId(), amount)));
    }

    @EventSourcingHandler
    void on(CouponSet event) {
        code = event.code();
        percent = event.percent();
    }

    @EventSourcingHandler
    void on(CouponLocked event) {
        holds.put(event.orderId(), State.TRIED, event.discount());
    }

    @EventSourcingHandler
    void on(CouponRefused event) {
        holds.put(event.orderId(), State.REFUSED, event.discount());
    }

    @EventSourcingHandler
    void on(CouponRedeemed event) {
        holds.put(event.orderId(), State.CONFIRMED, event.discount());
    }

    @EventSourcingHandler
    void on(CouponUnlocked event) {
        holds.put(event.orderId(), State.CANCELLED, event.discount());
    }
}
