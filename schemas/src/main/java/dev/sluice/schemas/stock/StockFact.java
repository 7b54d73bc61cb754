package dev.sluice.schemas.stock;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;

/**
 * What has happened to the stock of a SKU. Facts that change a level carry both levels as they are afterwards, so that a
 * projection needs only the latest.
 */
public sealed interface StockFact extends Payload {

    String sku();

    @WireName("stock.StockCounted.v1")
    record StockCounted(String sku, long onHand, long reserved) implements StockFact {}

    /** Try: units are promised to an order. */
    @WireName("stock.UnitsReserved.v1")
    record UnitsReserved(String sku, String orderId, long quantity, Instant expiresAt, long onHand, long reserved)
            implements StockFact {}

    /** Try: the order gets nothing. */
    @WireName("stock.ReservationRefused.v1")
    record ReservationRefused(String sku, String orderId, long quantity, Rejection reason, Instant expiresAt)
            implements StockFact {}

    /** Confirm: the promised units have left. */
    @WireName("stock.UnitsTaken.v1")
    record UnitsTaken(String sku, String orderId, long quantity, long onHand, long reserved) implements StockFact {}

    /** Cancel: the promised units are free again. */
    @WireName("stock.UnitsReleased.v1")
    record UnitsReleased(String sku, String orderId, long quantity, long onHand, long reserved) implements StockFact {}

    /** Reverse: units that had left are back. */
    @WireName("stock.UnitsReturned.v1")
    record UnitsReturned(
            String sku, String orderId, String returnId, long quantity, Instant expiresAt, long onHand, long reserved)
            implements StockFact {}

    /** Cancel before Try: the mark that refuses the Try. */
    @WireName("stock.ReservationBarred.v1")
    record ReservationBarred(String sku, String orderId, Instant expiresAt) implements StockFact {}
}
