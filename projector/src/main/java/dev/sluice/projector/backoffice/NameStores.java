package dev.sluice.projector.backoffice;

import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What a partition of orders keeps to name their lines: its orders, which of them hold a product, and every product. */
final class NameStores {
    static final String ORDERS = "orders-to-name";
    static final String ORDERS_BY_PRODUCT = "orders-by-product";
    static final String NAMES = "product-names";

    private static final byte[] PRESENT = {};
    /** No SKU contains it, so that a SKU and it are the prefix of exactly that SKU's rows. */
    private static final char SEPARATOR = '\0';

    private final KeyValueStore<String, BackOfficeOrderView> orders;
    private final KeyValueStore<String, byte[]> ordersByProduct;
    private final KeyValueStore<String, ProductName> names;

    NameStores(ProcessingContext context) {
        this.orders = context.getStateStore(ORDERS);
        this.ordersByProduct = context.getStateStore(ORDERS_BY_PRODUCT);
        this.names = context.getStateStore(NAMES);
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                builder(ORDERS, Formats.json(BackOfficeOrderView.class)),
                builder(ORDERS_BY_PRODUCT, Serdes.ByteArray()),
                builder(NAMES, Formats.json(ProductName.class)));
    }

    void keep(BackOfficeOrderView order) {
        for (Line line : order.lines()) {
            String row = line.sku() + SEPARATOR + order.id();
            // Lines never change, so after the first time this only reads.
            if (ordersByProduct.get(row) == null) {
                ordersByProduct.put(row, PRESENT);
            }
        }
        orders.put(order.id(), order);
    }

    void keep(String sku, ProductName name) {
        names.put(sku, name);
    }

    @Nullable
    ProductName name(String sku) {
        return names.get(sku);
    }

    void forEachOrderOf(String sku, Consumer<BackOfficeOrderView> action) {
        String prefix = sku + SEPARATOR;
        try (KeyValueIterator<String, byte[]> rows = ordersByProduct.prefixScan(prefix, Formats.KEY.serializer())) {
            while (rows.hasNext()) {
                BackOfficeOrderView order = orders.get(rows.next().key.substring(prefix.length()));
                if (order != null) {
                    action.accept(order);
                }
            }
        }
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> builder(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Formats.KEY, values);
    }
}
