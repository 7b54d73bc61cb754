package dev.sluice.command.ordering;

import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.EventMessage;

/** Little happens to an order that is settled, so there is no point in keeping it at hand. */
final class SettledOrders implements TurnTable {

    private final Cache aggregates;

    SettledOrders(Cache aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void committed(Turn turn) {
        for (EventMessage<?> event : turn.events()) {
            switch (event.getPayload()) {
                case OrderSettled fact -> aggregates.remove(fact.orderId());
                case OrderDeclined fact -> aggregates.remove(fact.orderId());
                case ReturnSettled fact -> aggregates.remove(fact.orderId());
                default -> {}
            }
        }
    }
}
