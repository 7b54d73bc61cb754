package dev.sluice.schemas.view;

import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product as a shopper sees it: {@code GET /products/{sku}}, and the document that product search finds.
 *
 * @param available units that can still be promised; 0 where nobody has counted yet
 * @param productVersion of the catalogue's row
 * @param stockVersion the sequence number of the latest stock fact that changed a level + 1, 0 where there is none
 */
public record ProductPageView(
        String sku,
        String name,
        @Nullable String description,
        String category,
        Money price,
        long available,
        long productVersion,
        long stockVersion) {}
