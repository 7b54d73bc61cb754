package dev.sluice.load.bench.read;

import dev.sluice.control.Control;
import dev.sluice.control.Live;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** From the request for another live generation until it is heard of where all readers hear of it. */
final class Switching implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(2);

    private final Control control;
    private final Projections projections;
    private final Projection projection;
    private final Stall stall = new Stall(PATIENCE);

    Switching(Installation installation, Projections projections, String name) {
        this.control = new Control(installation.kafka());
        this.projections = projections;
        this.projection = Arrays.stream(Projection.values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow();
        control.start();
        Await.until(control.generations()::known, "Kafka to say which views are live", stall);
    }

    /** Milliseconds. */
    double swap() {
        return change(() -> projections.swap(projection.id()));
    }

    /** Milliseconds. */
    double rollBack() {
        return change(() -> projections.rollBack(projection.id()));
    }

    private double change(Supplier<Generations> request) {
        long start = System.nanoTime();
        int wanted = request.get().live();
        while (live().generation() != wanted) {
            stall.check("generation " + wanted + " of " + projection.id() + " to be live");
            Backoff.pauseFor(LOOK);
        }
        stall.moved();
        return (System.nanoTime() - start) / 1e6;
    }

    private Live live() {
        return Objects.requireNonNull(control.generations().live(projection));
    }

    @Override
    public void close() {
        control.close();
    }
}
