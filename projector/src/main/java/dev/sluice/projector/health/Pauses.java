package dev.sluice.projector.health;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Pauses between attempts, each twice as long as the one before, up to a longest. */
public final class Pauses {
    private final Duration first;
    private final Duration longest;
    private BackOffExecution execution;

    public Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.execution = fresh();
    }

    public synchronized Duration next() {
        return Duration.ofMillis(execution.nextBackOff());
    }

    /** The next pause is the first one again. */
    public synchronized void reset() {
        execution = fresh();
    }

    private BackOffExecution fresh() {
        ExponentialBackOff pauses = new ExponentialBackOff(first.toMillis(), 2);
        pauses.setMaxInterval(longest.toMillis());
        return pauses.start();
    }
}
