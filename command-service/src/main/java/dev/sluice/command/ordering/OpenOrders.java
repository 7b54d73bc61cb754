package dev.sluice.command.ordering;

import dev.sluice.command.deadline.Timers;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.turn.Turn;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Orders that are not decided, each until its deadline. */
final class OpenOrders implements Timers.Kind {

    @Override
    public Timers.Table table() {
        return new Timers.Table("open_order", "order_id", "deadline_at");
    }

    @Override
    public Outgoing due(String id) {
        return Outgoing.of(new CheckDeadline(id));
    }

    @Override
    public Map<String, Instant> begun(Turn turn) {
        Map<String, Instant> placed = new HashMap<>();
        turn.facts(OrderPlaced.class).forEach(order -> placed.put(order.orderId(), order.deadlineAt()));
        return placed;
    }

    @Override
    public Set<String> ended(Turn turn) {
        Set<String> decided = new HashSet<>();
        turn.facts(OrderFact.class).filter(OpenOrders::isDecision).forEach(fact -> decided.add(fact.orderId()));
        return decided;
    }

    private static boolean isDecision(OrderFact fact) {
        return fact instanceof OrderConfirmed || fact instanceof OrderRejected || fact instanceof OrderCancelled;
    }
}
