package dev.sluice.edge.outcome;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Lets all go who wait, before the server drains: it would have to wait for them otherwise. */
public final class Farewell implements SmartLifecycle {
    private static final int BEFORE_THE_SERVER = 200;

    private final List<Runnable> goodbyes;
    private volatile boolean running;

    public Farewell(List<Runnable> goodbyes) {
        this.goodbyes = List.copyOf(goodbyes);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        goodbyes.forEach(Runnable::run);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }
}
