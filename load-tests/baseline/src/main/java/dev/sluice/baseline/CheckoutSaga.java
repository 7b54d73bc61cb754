package dev.sluice.baseline;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.sluice.baseline.Messages.CancelCoupon;
import dev.sluice.baseline.Messages.CancelFunds;
import dev.sluice.baseline.Messages.CancelUnits;
import dev.sluice.baseline.Messages.ConfirmCoupon;
import dev.sluice.baseline.Messages.ConfirmFunds;
import dev.sluice.baseline.Messages.ConfirmOrder;
import dev.sluice.baseline.Messages.ConfirmUnits;
import dev.sluice.baseline.Messages.CouponLocked;
import dev.sluice.baseline.Messages.CouponRedeemed;
import dev.sluice.baseline.Messages.CouponRefused;
import dev.sluice.baseline.Messages.CouponUnlocked;
import dev.sluice.baseline.Messages.FundsCaptured;
import dev.sluice.baseline.Messages.FundsFrozen;
import dev.sluice.baseline.Messages.FundsRefused;
import dev.sluice.baseline.Messages.FundsUnfrozen;
import dev.sluice.baseline.Messages.Line;
import dev.sluice.baseline.Messages.OrderConfirmed;
import dev.sluice.baseline.Messages.OrderPlaced;
import dev.sluice.baseline.Messages.OrderRejected;
import dev.sluice.baseline.Messages.RejectOrder;
import dev.sluice.baseline.Messages.SettleOrder;
import dev.sluice.baseline.Messages.TryCoupon;
import dev.sluice.baseline.Messages.TryFunds;
import dev.sluice.baseline.Messages.TryUnits;
import dev.sluice.baseline.Messages.UnitsRefused;
import dev.sluice.baseline.Messages.UnitsReleased;
import dev.sluice.baseline.Messages.UnitsReserved;
import dev.sluice.baseline.Messages.UnitsTaken;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Tries every branch, decides, and carries the decision out. Public for Axon, which makes sagas by reflection. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Saga(sagaStore = "sagaStore")
@ProcessingGroup("checkout")
@SuppressWarnings("NullAway.Init") // Set by the first event and by Spring.
public class CheckoutSaga {
    @Autowired
    private transient CommandGateway gateway;

    private String orderId;
    private String customerId;
    private List<Line> lines;
    private @Nullable String coupon;
    private Set<String> tried = new HashSet<>();
    private Set<String> settled = new HashSet<>();

    public CheckoutSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderPlaced event) {
        orderId = event.orderId();
        customerId = event.customerId();
        // Always in the same order: so no two checkouts wait for each other's SKUs.
        lines = event.lines().stream().sorted(Comparator.comparing(Line::sku)).toList();
        lines.forEach(line -> gateway.sendAndWait(new TryUnits(line.sku(), orderId, line.quantity())));
        gateway.sendAndWait(new TryFunds(customerId, orderId, event.total()));
        coupon = event.coupon();
        if (coupon != null) {
            gateway.sendAndWait(new TryCoupon(coupon, orderId, event.total() + event.discount(), event.discount()));
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(UnitsReserved event) {
        tried(event.sku());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(FundsFrozen event) {
        tried(event.customerId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(CouponLocked event) {
        tried(event.code());
    }

    private void tried(String branch) {
        if (tried.add(branch) && tried.size() == branches()) {
            gateway.sendAndWait(new ConfirmOrder(orderId));
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(UnitsRefused event) {
        gateway.sendAndWait(new RejectOrder(orderId, "too little of " + event.sku()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(FundsRefused event) {
        gateway.sendAndWait(new RejectOrder(orderId, "too little money"));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(CouponRefused event) {
        gateway.sendAndWait(new RejectOrder(orderId, "other terms of " + event.code()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderConfirmed event) {
        lines.forEach(line -> gateway.sendAndWait(new ConfirmUnits(line.sku(), orderId)));
        gateway.sendAndWait(new ConfirmFunds(customerId, orderId));
        if (coupon != null) {
            gateway.sendAndWait(new ConfirmCoupon(coupon, orderId));
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderRejected event) {
        lines.forEach(line -> gateway.sendAndWait(new CancelUnits(line.sku(), orderId)));
        gateway.sendAndWait(new CancelFunds(customerId, orderId));
        if (coupon != null) {
            gateway.sendAndWait(new CancelCoupon(coupon, orderId));
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(UnitsTaken event) {
        settled(event.sku());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(UnitsReleased event) {
        settled(event.sku());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(FundsCaptured event) {
        settled(event.customerId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(FundsUnfrozen event) {
        settled(event.customerId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(CouponRedeemed event) {
        settled(event.code());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(CouponUnlocked event) {
        settled(event.code());
    }

    private void settled(String branch) {
        if (settled.add(branch) && settled.size() == branches()) {
            gateway.sendAndWait(new SettleOrder(orderId));
            SagaLifecycle.end();
        }
    }

    private int branches() {
        return lines.size() + (coupon == null ? 1 : 2);
    }
}
