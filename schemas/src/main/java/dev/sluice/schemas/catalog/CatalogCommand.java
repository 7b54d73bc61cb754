package dev.sluice.schemas.catalog;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/** What is asked of the catalogue. */
public sealed interface CatalogCommand extends Payload {

    String sku();

    /** Create the product, or replace all that is said of it. */
    @WireName("catalog.PutProduct.v1")
    record PutProduct(
            String operationId,
            String sku,
            String name,
            @Nullable String description,
            String category,
            Money price) implements CatalogCommand {}
}
