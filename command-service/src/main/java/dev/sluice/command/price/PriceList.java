package dev.sluice.command.price;

import dev.sluice.command.order.Prices;
import dev.sluice.schemas.catalog.ProductRow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Names and prices of all products, in memory. An older row never replaces a newer one. */
final class PriceList implements Prices {

    private record Entry(long version, Offer offer) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    void put(ProductRow row) {
        Entry entry = new Entry(row.version(), new Offer(row.name(), row.price()));
        entries.merge(row.sku(), entry, (old, next) -> next.version >= old.version ? next : old);
    }

    void remove(String sku) {
        entries.remove(sku);
    }

    @Override
    public @Nullable Offer find(String sku) {
        Entry entry = entries.get(sku);
        return entry == null ? null : entry.offer;
    }
}
