package dev.sluice.edge.log;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings tasks from Kafka's threads to the event loops: one wake-up for all that come together, not one each. */
final class LoopInbox {
    private final Map<EventLoop, Pending> loops = new ConcurrentHashMap<>();

    void put(EventLoop loop, Runnable task) {
        Pending pending = loops.computeIfAbsent(loop, _ -> new Pending());
        pending.tasks.add(task);
        if (pending.scheduled.compareAndSet(false, true)) {
            loop.execute(pending);
        }
    }

    private static final class Pending implements Runnable {
        private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean scheduled = new AtomicBoolean();

        @Override
        public void run() {
            scheduled.set(false);
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }
}
