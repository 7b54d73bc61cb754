package dev.sluice.load.reconcile;

import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.schemas.order.OrderStatus;

/**
 * An order that the API accepted.
 *
 * @param status the last that the API told; final, unless the wait for it was given up
 */
public record AcceptedOrder(String id, InvoiceOrder wanted, OrderStatus status) {}
