package dev.sluice.baseline;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The commands and events of a checkout, the same as Sluice's but for their Java. */
final class Messages {

    private Messages() {}

    record Line(String sku, long quantity, long price) {}

    // What an order is told.

    /**
     * @param coupon null where none is used
     * @param discount of the coupon
     */
    record PlaceOrder(
            @TargetAggregateIdentifier String orderId,
            String customerId,
            List<Line> lines,
            @Nullable String coupon,
            long discount) {}

    record ConfirmOrder(@TargetAggregateIdentifier String orderId) {}

    record RejectOrder(@TargetAggregateIdentifier String orderId, String reason) {}

    record SettleOrder(@TargetAggregateIdentifier String orderId) {}

    /** @param total what is paid, the discount taken off */
    record OrderPlaced(
            String orderId,
            String customerId,
            List<Line> lines,
            @Nullable String coupon,
            long discount,
            long total) {}

    record OrderConfirmed(String orderId) {}

    record OrderRejected(String orderId, String reason) {}

    record OrderSettled(String orderId) {}

    // What a participant is told: the stock of a SKU, the wallet of a customer and a coupon speak the same language.

    record SetStock(@TargetAggregateIdentifier String sku, long units) {}

    record SetBalance(@TargetAggregateIdentifier String customerId, long balance) {}

    record SetCoupon(@TargetAggregateIdentifier String code, int percent) {}

    record TryUnits(@TargetAggregateIdentifier String sku, String orderId, long quantity) {}

    record ConfirmUnits(@TargetAggregateIdentifier String sku, String orderId) {}

    record CancelUnits(@TargetAggregateIdentifier String sku, String orderId) {}

    record TryFunds(@TargetAggregateIdentifier String customerId, String orderId, long amount) {}

    record ConfirmFunds(@TargetAggregateIdentifier String customerId, String orderId) {}

    record CancelFunds(@TargetAggregateIdentifier String customerId, String orderId) {}

    /** @param subtotal what the discount is taken off */
    record TryCoupon(@TargetAggregateIdentifier String code, String orderId, long subtotal, long discount) {}

    record ConfirmCoupon(@TargetAggregateIdentifier String code, String orderId) {}

    record CancelCoupon(@TargetAggregateIdentifier String code, String orderId) {}

    record StockSet(String sku, long units) {}

    record BalanceSet(String customerId, long balance) {}

    record CouponSet(String code, int percent) {}

    record UnitsReserved(String sku, String orderId, long quantity) {}

    record UnitsRefused(String sku, String orderId, long quantity) {}

    record UnitsTaken(String sku, String orderId, long quantity) {}

    record UnitsReleased(String sku, String orderId, long quantity) {}

    record FundsFrozen(String customerId, String orderId, long amount) {}

    record FundsRefused(String customerId, String orderId, long amount) {}

    record FundsCaptured(String customerId, String orderId, long amount) {}

    record FundsUnfrozen(String customerId, String orderId, long amount) {}

    record CouponLocked(String code, String orderId, long discount) {}

    record CouponRefused(String code, String orderId, long discount) {}

    record CouponRedeemed(String code, String orderId, long discount) {}

    record CouponUnlocked(String code, String orderId, long discount) {}
}
