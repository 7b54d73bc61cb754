package dev.sluice.baseline;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The commands and events of a checkout, the same as Sluice's but for their Java. */
final class Messages {

    private Messages() {}

    record Line(String sku, long quantity, long price) {}

    // What an order is told.

    record PlaceOrder(@TargetAggregateIdentifier String orderId, String customerId, List<Line> lines) {}

    record ConfirmOrder(@TargetAggregateIdentifier String orderId) {}

    record RejectOrder(@TargetAggregateIdentifier String orderId, String reason) {}

    record SettleOrder(@TargetAggregateIdentifier String orderId) {}

    record OrderPlaced(String orderId, String customerId, List<Line> lines, long total) {}

    record OrderConfirmed(String orderId) {}

    record OrderRejected(String orderId, String reason) {}

    record OrderSettled(String orderId) {}

    // What a participant is told: the stock of a SKU and the wallet of a customer speak the same language.

    record SetStock(@TargetAggregateIdentifier String sku, long units) {}

    record SetBalance(@TargetAggregateIdentifier String customerId, long balance) {}

    record TryUnits(@TargetAggregateIdentifier String sku, String orderId, long quantity) {}

    record ConfirmUnits(@TargetAggregateIdentifier String sku, String orderId) {}

    record CancelUnits(@TargetAggregateIdentifier String sku, String orderId) {}

    record TryFunds(@TargetAggregateIdentifier String customerId, String orderId, long amount) {}

    record ConfirmFunds(@TargetAggregateIdentifier String customerId, String orderId) {}

    record CancelFunds(@TargetAggregateIdentifier String customerId, String orderId) {}

    record StockSet(String sku, long units) {}

    record BalanceSet(String customerId, long balance) {}

    record UnitsReserved(String sku, String orderId, long quantity) {}

    record UnitsRefused(String sku, String orderId, long quantity) {}

    record UnitsTaken(String sku, String orderId, long quantity) {}

    record UnitsReleased(String sku, String orderId, long quantity) {}

    record FundsFrozen(String customerId, String orderId, long amount) {}

    record FundsRefused(String customerId, String orderId, long amount) {}

    record FundsCaptured(String customerId, String orderId, long amount) {}

    record FundsUnfrozen(String customerId, String orderId, long amount) {}
}
