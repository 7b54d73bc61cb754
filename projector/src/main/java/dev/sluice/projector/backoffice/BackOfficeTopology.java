package dev.sluice.projector.backoffice;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.projector.cleansing.Cleansing;
import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.TableJoined;

/**
 * Orders ⨝ payments ⨝ customers ⨝ products. Whichever side comes last completes the document, and a rename of a customer
 * or a product reaches every order that it concerns.
 */
public final class BackOfficeTopology implements Supplier<Topology> {
    static final String PURCHASES = "purchases";
    static final String CUSTOMERS = "customers";

    private final Sources sources;
    private final String view;

    /** The topics of the four sides. */
    public record Sources(String orders, String payments, String customers, String products) {}

    public BackOfficeTopology(Sources sources, String view) {
        this.sources = sources;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        KStream<String, BackOfficeOrderView> orders = purchases(builder)
                .leftJoin(customers(builder), Purchase::customerId, Purchase::document, TableJoined.as("customer"))
                .toStream(Named.as("changes"))
                .filter((id, order) -> order != null, Named.as("known"));

        NameStores.builders().forEach(builder::addStateStore);
        String[] stores = {NameStores.ORDERS, NameStores.ORDERS_BY_PRODUCT, NameStores.NAMES};
        orders.process(NameLines::new, Named.as("name-lines"), stores)
                .merge(
                        names(builder).process(RenameProduct::new, Named.as("rename-product"), stores),
                        Named.as("named"))
                .to(view, Formats.view(BackOfficeOrderView.class).withName("view"));

        return builder.build();
    }

    /** An order and its payment share a key, so one store holds both, whichever comes first. */
    private KTable<String, Purchase> purchases(StreamsBuilder builder) {
        return builder.stream(sources.orders(), Formats.facts(OrderFact.class).withName("order-facts"))
                .groupByKey()
                .cogroup(Purchase::ordered)
                .cogroup(payments(builder), Purchase::paid)
                .aggregate(() -> Purchase.UNKNOWN, Named.as("fold"), Formats.store(PURCHASES, Purchase.class));
    }

    /** Wallets know orders, but their facts lie where their customers are. */
    private KGroupedStream<String, OrderPayment> payments(StreamsBuilder builder) {
        return builder.stream(
                        sources.payments(), Formats.facts(WalletFact.class).withName("wallet-facts"))
                .mapValues(OrderPayment::after, Named.as("payment-after"))
                .filter((customer, payment) -> payment != null, Named.as("of-orders"))
                .map((customer, payment) -> KeyValue.pair(payment.orderId(), payment), Named.as("by-order"))
                .groupByKey(Grouped.with("payments-by-order", Formats.KEY, Formats.json(OrderPayment.class)));
    }

    private KTable<String, CustomerRow> customers(StreamsBuilder builder) {
        return builder.stream(
                        sources.customers(), Formats.rows(CustomerRow.class).withName("register"))
                .filter((id, row) -> row != null, Named.as("customer-rows"))
                .mapValues(Cleansing::customer, Named.as("cleansed-customers"))
                .groupByKey()
                .reduce(
                        (known, row) -> row.version() > known.version() ? row : known,
                        Named.as("latest-customer"),
                        Formats.store(CUSTOMERS, CustomerRow.class));
    }

    /** Every partition of orders gets every product: see RATIONALE.md, "Names of products". */
    private KStream<String, ProductName> names(StreamsBuilder builder) {
        return builder.stream(sources.products(), Formats.rows(ProductRow.class).withName("catalogue"))
                .filter((sku, row) -> row != null, Named.as("product-rows"))
                .mapValues(Cleansing::product, Named.as("cleansed-products"))
                .mapValues(ProductName::of, Named.as("names"))
                .repartition(Repartitioned.<String, ProductName>as("names-everywhere")
                        .withKeySerde(Formats.KEY)
                        .withValueSerde(Formats.json(ProductName.class))
                        .withStreamPartitioner((topic, sku, name, partitions) -> everyOf(partitions)));
    }

    private static Optional<Set<Integer>> everyOf(int partitions) {
        return Optional.of(IntStream.range(0, partitions).boxed().collect(toUnmodifiableSet()));
    }
}
