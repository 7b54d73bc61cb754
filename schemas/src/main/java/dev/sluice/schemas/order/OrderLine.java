package dev.sluice.schemas.order;

import dev.sluice.schemas.money.Money;

/**
 * A line as sold. Name and price stay what they were, whatever becomes of the product.
 *
 * @param quantity units
 */
public record OrderLine(String sku, String name, long quantity, Money unitPrice) {

    /** Throws ArithmeticException on overflow. */
    public Money total() {
        return unitPrice.times(quantity);
    }
}
