package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.http.Answer;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.load.rebuild.Projections.Rebuild;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.schemas.view.Generations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A projection is built anew while somebody reads throughout, and nobody notices. */
@Isolated
class RebuildE2E {
    private static final int ORDERS = 5;
    /** A count, and of each order a reservation and its end. */
    private static final int STOCK_FACTS = 1 + 2 * ORDERS;

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final Projections projections = new Projections(sluice.admin());
    private final List<String> paths = new ArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private volatile boolean reading = true;
    private final AtomicLong reads = new AtomicLong();
    private Thread reader = Thread.currentThread();

    @BeforeEach
    void open() {
        sluice.awaitReady();
        String customer = shop.customer(100_000);
        String sku = shop.product(100, 250);
        for (int i = 0; i < ORDERS; i++) {
            OrderView order = shop.buys(customer, sku, 1);
            paths.add("/orders/" + order.id());
        }
        paths.add("/products/" + sku);
        paths.add("/products?q=" + sku);
        paths.add("/admin/orders?customer=" + customer);
        new BackOffice(sluice).awaitSettled(customer, ORDERS);
        Sluice.await().untilAsserted(() -> {
            assertThat(shop.page(sku).stockVersion()).isEqualTo(STOCK_FACTS);
            assertThat(get("/products?q=" + sku).body()).contains("\"stockVersion\":" + STOCK_FACTS + '}');
        });
        reader = Thread.ofVirtual().start(this::read);
    }

    @AfterEach
    void stop() throws InterruptedException {
        reading = false;
        reader.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-status", "product-page", "back-office-orders"})
    void nobodyNoticesThatAProjectionIsRebuiltAndRolledBack(String name) {
        Map<String, String> before = documents();
        int live = live(name);

        assertThat(projections.begin(name, 0).status()).isEqualTo(202);
        int built = awaitReady(name).generation();
        Generations swapped = projections.swap(name);

        assertThat(swapped.live()).isEqualTo(built).isGreaterThan(live);
        assertThat(documents()).isEqualTo(before);
        assertThat(projections.rollBack(name).live()).isEqualTo(live);
        assertThat(documents()).isEqualTo(before);
        assertThat(projections.rollBack(name).live()).isEqualTo(built);
        nothingWasNoticed();
    }

    @Test
    void aProjectorThatIsKilledInTheMiddleGoesOn() {
        String name = "operations";
        int restarts = projector().restarts();
        assertThat(projections.begin(name, 1).status()).isEqualTo(202);
        Sluice.await().until(() -> rebuild(name).state().equals("RUNNING"));
        int building = row(name).generation();
        projector().kill();
        Sluice.await().until(() -> projector().restarts() > restarts);
        sluice.awaitReady();

        assertThat(projections.pause(name).status()).isEqualTo(200);
        Sluice.await().until(() -> rebuild(name).state().equals("PAUSED"));
        assertThat(projections.throttle(name, 0).status()).isEqualTo(200);
        assertThat(projections.resume(name).status()).isEqualTo(200);
        assertThat(awaitReady(name).generation()).isEqualTo(building);
        assertThat(projections.cancel(name).status()).isEqualTo(200);
        Sluice.await().until(() -> projections.row(name, "BUILDING").isEmpty());
        nothingWasNoticed();
    }

    private void nothingWasNoticed() {
        long seen = reads.get();
        Sluice.await().until(() -> reads.get() > seen + paths.size());
        assertThat(troubles).isEmpty();
    }

    private void read() {
        Map<String, String> first = new LinkedHashMap<>();
        while (reading) {
            for (String path : paths) {
                Answer answer = get(path);
                String expected = first.computeIfAbsent(path, _ -> answer.body());
                if (answer.status() != 200 || !answer.body().equals(expected)) {
                    troubles.add(path + " answers " + answer.summary());
                }
                reads.incrementAndGet();
            }
        }
    }

    private Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        paths.forEach(path -> documents.put(path, get(path).body()));
        return documents;
    }

    private Answer get(String path) {
        return sluice.admin().get(path);
    }

    private Row awaitReady(String name) {
        Sluice.await().untilAsserted(() -> assertThat(rebuild(name)).matches(Rebuild::isReady, "is ready"));
        return row(name);
    }

    private Row row(String name) {
        return projections.row(name, "BUILDING").orElseThrow();
    }

    private Rebuild rebuild(String name) {
        Rebuild rebuild = row(name).rebuild();
        assertThat(rebuild).isNotNull();
        return rebuild;
    }

    private int live(String name) {
        return projections.row(name, "LIVE").orElseThrow().generation();
    }

    private Processes.Member projector() {
        return Processes.read(sluice.installation.home()).get("projector");
    }
}
