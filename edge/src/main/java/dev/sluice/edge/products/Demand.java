package dev.sluice.edge.products;

import dev.sluice.edge.document.Document;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.ProductPageView;

/** How far a product's page must be, by its row in the catalogue and by its stock. */
record Demand(long product, long stock) {
    private static final Demand NOTHING = new Demand(EntityVersions.ANY, EntityVersions.ANY);

    static Demand of(EntityVersions demanded, String sku) {
        return demanded.isEmpty()
                ? NOTHING
                : new Demand(demanded.of(EntityVersion.PRODUCT, sku), demanded.of(EntityVersion.STOCK, sku));
    }

    boolean isMetBy(Finding finding) {
        boolean nothing = product == EntityVersions.ANY && stock == EntityVersions.ANY;
        return nothing
                || switch (finding) {
                    case Finding.Fresh(Page page) -> isMetBy(page.document());
                    case Finding.Stale(Page page, long _) -> isMetBy(page.document());
                    case Finding.Absent(), Finding.Unknown() -> false;
                };
    }

    boolean isMetBy(Document document) {
        ProductPageView view = Json.MAPPER.readValue(document.json(), ProductPageView.class);
        return view.productVersion() >= product && view.stockVersion() >= stock;
    }
}
