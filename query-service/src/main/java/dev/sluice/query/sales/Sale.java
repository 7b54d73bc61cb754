package dev.sluice.query.sales;

import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one group of orders adds up to, in one currency.
 *
 * @param key a day in UTC, a country, a SKU or a status; null where orders lack it
 * @param sold as ordered, before anything went back; null for orders that were never priced
 * @param refunded of that, for returned lines; only where orders are added up
 * @param units ordered; only where lines are added up, as is {@code returned}
 */
public record Sale(
        @Nullable String key,
        long orders,
        @Nullable Money sold,
        @Nullable Money refunded,
        @Nullable Long units,
        @Nullable Long returned) {}
