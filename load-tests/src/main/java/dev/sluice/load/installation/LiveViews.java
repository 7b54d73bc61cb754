package dev.sluice.load.installation;

import dev.sluice.control.Control;
import dev.sluice.control.Live;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.Objects;

/** Which generation of each view is live, as every reader hears it. */
public final class LiveViews {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LiveViews() {}

    /** Now. Throws {@link dev.sluice.load.patience.Stalled} where Kafka does not say. */
    public static Live of(Installation installation, Projection projection) {
        try (Control control = new Control(installation.kafka())) {
            control.start();
            Await.until(control.generations()::known, "Kafka to say which views are live", new Stall(PATIENCE));
            return Objects.requireNonNull(control.generations().live(projection));
        }
    }
}
