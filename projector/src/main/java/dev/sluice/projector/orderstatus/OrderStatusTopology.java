package dev.sluice.projector.orderstatus;

import dev.sluice.projector.log.Fact;
import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.view.OrderStatusView;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.Named;

/** The status of each order: from the moment the edge accepted it, then fact by fact. */
public final class OrderStatusTopology implements Supplier<Topology> {
    static final String STORE = "order-status";

    private final String commands;
    private final String facts;
    private final String view;

    public OrderStatusTopology(String commands, String facts, String view) {
        this.commands = commands;
        this.facts = facts;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        // The topic carries answers of participants too; they are null here.
        KGroupedStream<String, PlaceOrder> accepted = builder.stream(
                        commands, Formats.commands(PlaceOrder.class).withName("commands"))
                .filter((id, order) -> order != null, Named.as("place-order"))
                .groupByKey();

        KGroupedStream<String, Fact<OrderFact>> happened = builder.stream(
                        facts, Formats.facts(OrderFact.class).withName("facts"))
                .groupByKey();

        // Two topics have no common order: a request may well arrive after the facts that it led to.
        accepted.cogroup(OrderStatusFold::accepted)
                .cogroup(happened, OrderStatusFold::happened)
                .aggregate(() -> null, Named.as("fold"), Formats.store(STORE, OrderStatusView.class))
                .toStream(Named.as("changes"))
                .filter((id, status) -> status != null, Named.as("known"))
                .to(view, Formats.view(OrderStatusView.class).withName("view"));

        return builder.build();
    }
}
