package dev.sluice.projector;

import dev.sluice.projector.backoffice.BackOfficeTopology;
import dev.sluice.projector.log.View;
import dev.sluice.projector.operations.OperationsTopology;
import dev.sluice.projector.orderstatus.OrderStatusTopology;
import dev.sluice.projector.productpage.ProductPageTopology;
import dev.sluice.schemas.topic.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

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
        };
    }
}
