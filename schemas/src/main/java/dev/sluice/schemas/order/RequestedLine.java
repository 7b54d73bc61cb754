package dev.sluice.schemas.order;

import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line as the client sent it.
 *
 * @param quantity units, 1 or more
 * @param unitPrice set by an importer only; otherwise ordering's price list decides
 */
public record RequestedLine(
        String sku, long quantity, @Nullable Money unitPrice) {}
