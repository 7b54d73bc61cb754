package dev.sluice.projector.productpage;

import dev.sluice.projector.cleansing.Cleansing;
import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.view.ProductPageView;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.jspecify.annotations.Nullable;

/** Products as the catalogue describes them, with what stock has left. */
public final class ProductPageTopology implements Supplier<Topology> {
    static final String PRODUCTS = "products";
    static final String LEVELS = "levels";

    private final String products;
    private final String stock;
    private final String view;

    public ProductPageTopology(String products, String stock, String view) {
        this.products = products;
        this.stock = stock;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        // After a crash older rows come by again; only a later one may replace what is known.
        KTable<String, ProductRow> described = builder.stream(
                        products, Formats.rows(ProductRow.class).withName("catalogue"))
                .filter((sku, row) -> row != null, Named.as("rows"))
                .mapValues(Cleansing::product, Named.as("cleansed"))
                .groupByKey()
                .reduce(
                        (known, row) -> row.version() > known.version() ? row : known,
                        Named.as("latest-row"),
                        Formats.store(PRODUCTS, ProductRow.class));

        // Facts carry levels, not differences: the latest says it all.
        KTable<String, StockLevel> counted = builder.stream(
                        stock, Formats.facts(StockFact.class).withName("stock"))
                .mapValues(StockLevel::after, Named.as("levels-after"))
                .filter((sku, level) -> level != null, Named.as("changed-levels"))
                .groupByKey()
                .reduce(StockLevel::later, Named.as("latest-level"), Formats.store(LEVELS, StockLevel.class));

        // A product that nobody has counted yet has a page too.
        described
                .leftJoin(counted, ProductPageTopology::page, Named.as("page"))
                .toStream(Named.as("changes"))
                .to(view, Formats.view(ProductPageView.class).withName("view"));

        return builder.build();
    }

    private static ProductPageView page(ProductRow row, @Nullable StockLevel level) {
        return new ProductPageView(
                row.sku(),
                row.name(),
                row.description(),
                row.category(),
                row.price(),
                level == null ? 0 : level.available(),
                row.version(),
                level == null ? 0 : level.version());
    }
}
