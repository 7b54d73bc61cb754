package dev.sluice.local.connect;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks after the connectors while the launcher lives: a task that failed stays failed until someone starts it again. */
public final class ConnectorCare {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ConnectorCare() {}

    public static void of(Connectors connectors) {
        Thread.ofVirtual().name("connector care").start(() -> look(connectors));
    }

    private static void look(Connectors connectors) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                connectors.mend();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
