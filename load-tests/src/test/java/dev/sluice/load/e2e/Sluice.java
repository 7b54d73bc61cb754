package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Patient;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.load.patience.Stall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The system that {@code ./sluice test} has started, met as its users meet it. */
final class Sluice {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Installation installation = Installation.of(System.getenv());
    final EventStores mysql = new EventStores(installation.mysql());
    private final Direct http = new Direct();
    private final Tokens tokens = new Tokens(installation);

    ShopApi shopper(String customer) {
        return as(() -> tokens.of(Role.SHOPPER, customer));
    }

    ShopApi admin() {
        return as(this::adminToken);
    }

    String adminToken() {
        return tokens.of(Role.ADMIN, null);
    }

    String token(Role role) {
        return tokens.of(role, null);
    }

    ShopApi importer() {
        return as(() -> tokens.of(Role.IMPORTER, null));
    }

    /** A shopper who asks again where the edge says so. */
    ShopApi patientShopper(String customer) {
        return new ShopApi(
                installation.edge(), new Patient(http, new Stall(PATIENCE)), () -> tokens.of(Role.SHOPPER, customer));
    }

    ShopApi as(Supplier<String> token) {
        return new ShopApi(installation.edge(), http, token);
    }

    Answer send(Supplier<HttpRequest> request) {
        return http.send(request);
    }

    URI at(String path) {
        return installation.edge().resolve(path);
    }

    /** Waits until every process is up, whatever an earlier test did to it. */
    void awaitReady() {
        await().untilAsserted(() -> {
            assertThat(Processes.read(installation.home()).members())
                    .allSatisfy(member ->
                            assertThat(member.health()).as(member.name()).isEqualTo("UP"));
            assertThat(admin().get("/health/ready").status()).isEqualTo(200);
        });
    }

    static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }
}
