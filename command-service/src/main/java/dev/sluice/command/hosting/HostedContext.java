package dev.sluice.command.hosting;

import dev.sluice.command.health.Health;
import dev.sluice.command.kafka.Worker;
import dev.sluice.command.outbox.Trimming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One bounded context in its own application context. */
final class HostedContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans;
    private final List<Thread> threads = new ArrayList<>();

    private HostedContext(AnnotationConfigApplicationContext beans) {
        this.beans = beans;
    }

    /** Puts it together without connecting to anything. */
    static HostedContext open(ApplicationContext parent, ContextName context, Names names) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.setParent(parent);
        beans.setDisplayName(context.text());
        beans.registerBean(Names.class, () -> names);
        beans.register(context.beans(), StoreBeans.class, RoadBeans.class);
        beans.refresh();
        return new HostedContext(beans);
    }

    Health health() {
        return beans.getBean(Health.class);
    }

    Trimming trimming() {
        return beans.getBean(Trimming.class);
    }

    void start() {
        for (Worker worker : beans.getBeansOfType(Worker.class).values()) {
            threads.add(Thread.ofPlatform().name(worker.name()).daemon().start(worker));
        }
    }

    /** Returns at once; {@link #close} waits. */
    void stop() {
        beans.getBeansOfType(Worker.class).values().forEach(Worker::stop);
    }

    @Override
    public void close() {
        stop();
        long until = System.nanoTime() + Duration.ofSeconds(7).toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beans.close();
    }
}
