package dev.sluice.load.api;

import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Patient;
import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Stall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The way to the API of an installation. */
public final class Connection {

    private Connection() {}

    /**
     * The API for an importer who sits out restarts. Throws {@link OperatorMistake} where nothing answers to begin with:
     * then nothing is restarting, nothing was started.
     */
    public static ShopApi patient(Installation installation, Stall stall) {
        Direct direct = new Direct();
        URI ready = installation.edge().resolve("/health/ready");
        try {
            direct.send(() -> HttpRequest.newBuilder(ready)
                    .timeout(Duration.ofSeconds(10))
                    .build());
        } catch (Sender.Unreachable e) {
            throw new OperatorMistake("nothing answers at " + installation.edge()
                    + ": start the system with ./sluice up, or set SLUICE_EDGE_URL to where it is");
        }
        Tokens tokens = new Tokens(installation);
        return new ShopApi(installation.edge(), new Patient(direct, stall), () -> tokens.of(Role.IMPORTER, null));
    }
}
