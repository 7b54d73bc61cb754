package dev.sluice.command.price;

import dev.sluice.command.quote.Prices;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.message.Json;
import org.jspecify.annotations.Nullable;

/** Names and prices of all products, in memory. */
final class PriceList implements Prices, Rows {

    private final Latest<Offer> offers = new Latest<>();

    @Override
    public void put(byte[] json) {
        ProductRow row = Json.MAPPER.readValue(json, ProductRow.class);
        offers.put(row.sku(), row.version(), new Offer(row.name(), row.price()));
    }

    @Override
    public void remove(String key) {
        offers.remove(key);
    }

    @Override
    public @Nullable Offer find(String sku) {
        return offers.find(sku);
    }
}
