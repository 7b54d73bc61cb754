package dev.sluice.baseline;

import dev.sluice.baseline.Messages.OrderConfirmed;
import dev.sluice.baseline.Messages.OrderPlaced;
import dev.sluice.baseline.Messages.OrderRejected;
import dev.sluice.baseline.Messages.OrderSettled;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The status of each order, kept by JPA as Axon's documentation keeps a view. */
@Component
@ProcessingGroup("status")
class StatusProjection {
    private final EntityManagerProvider entityManager;
    private final JsonMapper json;
    private volatile CountDownLatch open = new CountDownLatch(0);

    StatusProjection(EntityManagerProvider entityManager, JsonMapper json) {
        this.entityManager = entityManager;
        this.json = json;
    }

    void expect(int facts) {
        open = new CountDownLatch(facts);
    }

    /** Returns when all that was expected is committed. Throws IllegalStateException where nothing moves any more. */
    void await() throws InterruptedException {
        long before = -1;
        while (!open.await(2, TimeUnit.MINUTES)) {
            if (open.getCount() == before) {
                throw new IllegalStateException(before + " facts are not projected");
            }
            before = open.getCount();
        }
    }

    @EventHandler
    void on(OrderPlaced event, @Timestamp Instant at) {
        entityManager
                .getEntityManager()
                .persist(new OrderStatusEntry(
                        event.orderId(),
                        event.customerId(),
                        json.writeValueAsString(event.lines()),
                        event.total(),
                        at));
        done();
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant at, @SequenceNumber long sequence) {
        entry(event.orderId()).decided("CONFIRMED", at, sequence + 1);
        done();
    }

    @EventHandler
    void on(OrderRejected event, @Timestamp Instant at, @SequenceNumber long sequence) {
        entry(event.orderId()).decided("REJECTED", at, sequence + 1);
        done();
    }

    @EventHandler
    void on(OrderSettled event, @SequenceNumber long sequence) {
        entry(event.orderId()).seen(sequence + 1);
        done();
    }

    private OrderStatusEntry entry(String orderId) {
        return entityManager.getEntityManager().find(OrderStatusEntry.class, orderId);
    }

    private void done() {
        CurrentUnitOfWork.get().root().afterCommit(_ -> open.countDown());
    }
}
