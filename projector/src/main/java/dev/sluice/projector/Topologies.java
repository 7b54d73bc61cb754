package dev.sluice.projector;

import static java.util.stream.Collectors.toSet;

import dev.sluice.projector.backoffice.BackOfficeTopology;
import dev.sluice.projector.deadletters.DeadLettersTopology;
import dev.sluice.projector.grabs.GrabsTopology;
import dev.sluice.projector.log.View;
import dev.sluice.projector.operations.OperationsTopology;
import dev.sluice.projector.orderstatus.OrderStatusTopology;
import dev.sluice.projector.productpage.ProductPageTopology;
import dev.sluice.schemas.topic.Topics;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** Which topology makes which view, and from what. */
final class Topologies {

    private Topologies() {}

    static Supplier<Topology> of(View view) {
        return switch (view.projection()) {
            case ORDER_STATUS ->
                new OrderStatusTopology(Topics.COMMANDS_ORDERING, Topics.EVENTS_ORDERING, view.topic());
            case PRODUCT_PAGE -> new ProductPageTopology(Topics.CDC_PRODUCTS, Topics.EVENTS_STOCK, view.topic());
            case BACK_OFFICE_ORDERS ->
                new BackOfficeTopology(
                        new BackOfficeTopology.Sources(
                                Topics.EVENTS_ORDERING,
                                Topics.EVENTS_PAYMENT,
                                Topics.CDC_CUSTOMERS,
                                Topics.CDC_PRODUCTS),
                        view.topic());
            case OPERATIONS -> new OperationsTopology(Topics.OUTCOMES, view.topic());
            case GRABS -> new GrabsTopology(Topics.EVENTS_PROMOTION, view.topic());
            case DEAD_LETTERS -> new DeadLettersTopology(Topics.PARKING, view.topic());
        };
    }

    /** The topics that a topology reads and does not write itself. */
    static Set<String> sources(Topology topology) {
        Set<String> written = nodes(topology)
                .filter(TopologyDescription.Sink.class::isInstance)
                .map(node -> ((TopologyDescription.Sink) node).topic())
                .collect(toSet());
        return nodes(topology)
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .filter(topic -> !written.contains(topic))
                .collect(toSet());
    }

    private static Stream<TopologyDescription.Node> nodes(Topology topology) {
        return topology.describe().subtopologies().stream().flatMap(part -> part.nodes().stream());
    }
}
