package dev.sluice.baseline;

import dev.sluice.baseline.Messages.Line;
import dev.sluice.baseline.Messages.OrderConfirmed;
import dev.sluice.baseline.Messages.OrderPlaced;
import dev.sluice.baseline.Messages.OrderSettled;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Orders that have long been settled, and their projection. Only orders' facts are stored, so that the processor need not read
 * past those of stock and wallets, as it must where they share an event store.
 */
@Component
class History {
    private static final int FACTS_PER_ORDER = 3;
    /** Orders that are under way at once, whose facts are stored in turns. */
    private static final int AT_ONCE = 100;

    private final EventStorageEngine events;
    private final TransactionOperations transactions;
    private final EventProcessingConfiguration processing;
    private final StatusProjection projection;

    /** @param facts that were projected in these seconds */
    record Projected(int facts, double seconds) {}

    History(
            EventStorageEngine events,
            TransactionOperations transactions,
            EventProcessingConfiguration processing,
            StatusProjection projection) {
        this.events = events;
        this.transactions = transactions;
        this.processing = processing;
        this.projection = projection;
    }

    /** Between runs nothing polls the database. */
    void rest() {
        status().shutDown();
    }

    /** Stores the facts of so many orders, three each, which {@link #project} then finds. */
    void store(int orders) {
        projection.expect(orders * FACTS_PER_ORDER);
        for (int from = 0; from < orders; from += AT_ONCE) {
            int number = Math.min(AT_ONCE, orders - from);
            List<DomainEventMessage<?>> facts = facts(number);
            transactions.executeWithoutResult(_ -> events.appendEvents(facts));
        }
    }

    private static List<DomainEventMessage<?>> facts(int orders) {
        List<String> ids = IntStream.range(0, orders)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        List<DomainEventMessage<?>> facts = new ArrayList<>();
        ids.forEach(id -> facts.add(fact(id, 0, placed(id))));
        ids.forEach(id -> facts.add(fact(id, 1, new OrderConfirmed(id))));
        ids.forEach(id -> facts.add(fact(id, 2, new OrderSettled(id))));
        return facts;
    }

    private static OrderPlaced placed(String id) {
        int number = Math.floorMod(id.hashCode(), 500);
        List<Line> lines = List.of(new Line("bench-s" + number, 1, 250), new Line("bench-t" + number, 2, 999));
        return new OrderPlaced(id, "bench-c" + number, lines, null, 0, 2_248);
    }

    private static DomainEventMessage<?> fact(String id, long sequence, Object payload) {
        return new GenericDomainEventMessage<>(Order.class.getSimpleName(), id, sequence, payload);
    }

    Projected project(int orders) throws InterruptedException {
        long start = System.nanoTime();
        status().start();
        projection.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        status().shutDown();
        return new Projected(orders * FACTS_PER_ORDER, seconds);
    }

    private EventProcessor status() {
        return processing.eventProcessor("status").orElseThrow();
    }
}
