package dev.sluice.baseline;

import dev.sluice.baseline.Messages.PlaceOrder;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.stereotype.Component;

/** Places orders from memory, as many as are taken or at a rate, and waits until all are settled. */
@Component
class Orders {
    private static final int THREADS = 8;

    private final CommandGateway gateway;
    private final EventProcessingConfiguration processing;
    private final Watch watch;

    /** @param decisionP50 ms from when an order was due until its decision was committed */
    record Ran(double seconds, double decisionP50, double decisionP99) {}

    Orders(CommandGateway gateway, EventProcessingConfiguration processing, Watch watch) {
        this.gateway = gateway;
        this.processing = processing;
        this.watch = watch;
    }

    /** Between runs nothing polls the database, so that the other side is measured alone. */
    void rest() {
        checkout().shutDown();
    }

    void wake() {
        checkout().start();
    }

    private EventProcessor checkout() {
        return processing.eventProcessor("checkout").orElseThrow();
    }

    /** @param perSecond 0 for as many as are taken */
    Ran run(List<PlaceOrder> orders, int perSecond) throws Exception {
        watch.begin(orders.size());
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> placed = IntStream.range(0, orders.size())
                    .mapToObj(i -> threads.submit(
                            () -> place(orders.get(i), perSecond == 0 ? 0 : start + i * 1_000_000_000L / perSecond)))
                    .toList();
            for (Future<?> one : placed) {
                one.get();
            }
        }
        return new Ran((watch.await() - start) / 1e9, watch.millis(50), watch.millis(99));
    }

    /** @param due 0 for now */
    private void place(PlaceOrder order, long due) {
        for (long left = due - System.nanoTime(); due != 0 && left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        watch.sending(order.orderId(), due == 0 ? System.nanoTime() : due);
        gateway.sendAndWait(order);
    }
}
