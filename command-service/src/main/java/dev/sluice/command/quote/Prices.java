package dev.sluice.command.quote;

import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/** Ordering's own price list. */
@FunctionalInterface
public interface Prices {

    /** What is on offer, or null for a SKU that is not. */
    @Nullable
    Offer find(String sku);

    record Offer(String name, Money price) {}
}
