package dev.sluice.baseline;

import dev.sluice.baseline.Messages.OrderConfirmed;
import dev.sluice.baseline.Messages.OrderRejected;
import dev.sluice.baseline.Messages.OrderSettled;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Sees orders end, within the commit that ends them: nobody could know earlier, and it costs next to nothing. */
@Component
@ProcessingGroup("watch")
class Watch {
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private volatile Histogram latencies = new ConcurrentHistogram(3);
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile long lastSettled;

    void begin(int orders) {
        latencies = new ConcurrentHistogram(3);
        open = new CountDownLatch(orders);
    }

    void sending(String orderId, long nanos) {
        due.put(orderId, nanos);
    }

    @EventHandler
    void on(OrderConfirmed event) {
        afterCommit(() -> {
            Long sent = due.remove(event.orderId());
            if (sent != null) {
                latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
            }
        });
    }

    @EventHandler
    void on(OrderRejected event) {
        throw new IllegalStateException("no order may be rejected: " + event);
    }

    @EventHandler
    void on(OrderSettled event) {
        afterCommit(() -> {
            lastSettled = System.nanoTime();
            open.countDown();
        });
    }

    private static void afterCommit(Runnable action) {
        CurrentUnitOfWork.get().root().afterCommit(_ -> action.run());
    }

    /** Returns when the last was settled. Throws IllegalStateException where nothing moves any more. */
    long await() throws InterruptedException {
        long before = -1;
        while (!open.await(2, TimeUnit.MINUTES)) {
            if (open.getCount() == before) {
                throw new IllegalStateException(before + " orders do not settle");
            }
            before = open.getCount();
        }
        return lastSettled;
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }
}
