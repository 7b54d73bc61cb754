package dev.sluice.local.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks after the connector while the launcher lives: a task that failed stays failed until someone starts it again. */
public final class ConnectorCare {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ConnectorCare() {}

    public static void of(Connector connector) {
        Thread.ofVirtual().name("connector care").start(() -> look(connector));
    }

    private static void look(Connector connector) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                mend(connector);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void mend(Connector connector) throws InterruptedException {
        try {
            connector.check();
        } catch (IOException broken) {
            try {
                connector.restartFailed();
            } catch (IOException away) {
                // Connect itself is down; its own supervision sees to that.
            }
        }
    }
}
