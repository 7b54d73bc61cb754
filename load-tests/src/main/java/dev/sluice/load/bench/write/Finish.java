package dev.sluice.load.bench.write;

import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.wire.CloudEvents;
import dev.sluice.schemas.wire.WireNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The facts that orders end with, as they come out of {@code events.ordering}: when each is decided, and that each is settled. */
final class Finish {
    private static final String CONFIRMED = WireNames.of(OrderConfirmed.class);
    private static final String SETTLED = WireNames.of(OrderSettled.class);
    private static final Set<String> UNWANTED = Set.of(
            WireNames.of(OrderDeclined.class), WireNames.of(OrderRejected.class), WireNames.of(OrderCancelled.class));

    private final Map<String, Integer> numbers = new HashMap<>();
    private final long[] due;
    private final boolean[] confirmed;
    private final boolean[] settled;
    private final Histogram latencies = new Histogram(3);
    private final Semaphore room;
    private final AtomicInteger confirmedCount = new AtomicInteger();
    private final AtomicInteger settledCount = new AtomicInteger();
    private volatile long lastSettled;
    private volatile String unwanted = "";

    /** @param inFlight orders that may be under way at once */
    Finish(List<Basket> orders, int inFlight) {
        for (Basket order : orders) {
            numbers.put(order.orderId(), numbers.size());
        }
        due = new long[orders.size()];
        confirmed = new boolean[orders.size()];
        settled = new boolean[orders.size()];
        room = new Semaphore(inFlight);
    }

    /** @param nanos when the order was to be sent; to be called before it is */
    void sending(int number, long nanos) {
        due[number] = nanos;
    }

    /** Waits until fewer than the allowed are under way. Throws {@link dev.sluice.load.patience.Stalled}. */
    void awaitRoom(Stall stall) {
        try {
            while (!room.tryAcquire(1, TimeUnit.SECONDS)) {
                stall.check("room for one more order");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Called by one thread only. */
    void see(ConsumerRecord<byte[], byte[]> fact, long nanos, Stall stall) {
        Integer number = numbers.get(new String(fact.key(), StandardCharsets.UTF_8));
        if (number == null) {
            return;
        }
        String type = new String(fact.headers().lastHeader(CloudEvents.TYPE).value(), StandardCharsets.UTF_8);
        if (type.equals(CONFIRMED) && !confirmed[number]) {
            confirmed[number] = true;
            latencies.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos - due[number])));
            confirmedCount.incrementAndGet();
        } else if (type.equals(SETTLED) && !settled[number]) {
            settled[number] = true;
            lastSettled = nanos;
            settledCount.incrementAndGet();
            room.release();
            stall.moved();
        } else if (UNWANTED.contains(type)) {
            unwanted = type + " " + new String(fact.value(), StandardCharsets.UTF_8);
        }
    }

    /** Throws IllegalStateException where an order did not get what it wanted, Stalled where nothing moves any more. */
    void await(Stall stall) {
        Await.until(() -> settledCount.get() == due.length || !unwanted.isEmpty(), "orders to settle", stall);
        if (!unwanted.isEmpty() || confirmedCount.get() != due.length) {
            throw new IllegalStateException(
                    confirmedCount + " of " + due.length + " orders were confirmed; " + unwanted);
        }
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }

    Duration since(long nanos) {
        return Duration.ofNanos(lastSettled - nanos);
    }
}
