package dev.sluice.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sluice_catalog.products} as {@code cdc.catalog.products} carries it.
 *
 * @param priceAmount minor units
 * @param version counts the row's changes, from 1
 */
public record ProductRow(
        String sku,
        String name,
        @Nullable String description,
        String category,
        @JsonProperty("price_amount") long priceAmount,
        @JsonProperty("price_currency") String priceCurrency,
        long version) {

    public Money price() {
        return new Money(priceAmount, priceCurrency);
    }
}
