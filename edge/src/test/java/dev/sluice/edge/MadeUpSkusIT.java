package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Frames;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MadeUpSkusIT {
    private static final int MANY = 2_000;
    private static final int CROWD = 10_000;
    /** At once on one connection; the numbers above are multiples of it. */
    private static final int STREAMS = 100;
    /** In the static table of HPACK (RFC 7541, appendix A). */
    private static final int OK = 0x88;

    private static final int NOT_FOUND = 0x8d;
    private static final Shelf SHELF = Shelf.complete();
    private static final Log LOG = new Log(Topics.COMMANDS_CATALOG);
    private static final String KNOWN = known();
    private static final RunningEdge EDGE = new RunningEdge(Map.of("sluice.edge.products.filtered", "true"));

    private final Api api = EDGE.api();

    MadeUpSkusIT() {
        EDGE.awaitReady();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> EDGE.management().get("/metrics").body().contains("sluice_edge_skus_known 1.0"));
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
    }

    /** There before the edge. */
    private static String known() {
        String sku = "s-" + Ids.next();
        put(sku);
        return sku;
    }

    private static void put(String sku) {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        LOG.appendView(Projection.PRODUCT_PAGE, sku, Views.product(sku));
    }

    @Test
    void redisIsAskedForHardlyAnyOfThem() throws IOException {
        long before = SHELF.calls("hmget");

        assertThat(answers(MANY, i -> "made-up-" + Ids.next() + i)).containsOnly(NOT_FOUND);

        assertThat(SHELF.calls("hmget") - before).isLessThan(MANY / 100);
    }

    @Test
    void thoseThatExistAreFoundWhetherTheyCameBeforeTheEdgeOrAfterIt() {
        assertThat(api.get("/products/" + KNOWN).status()).isEqualTo(200);

        String late = "s-" + Ids.next();
        assertThat(api.get("/products/" + late).status()).isEqualTo(404);
        put(late);
        await().untilAsserted(
                        () -> assertThat(api.get("/products/" + late).status()).isEqualTo(200));
    }

    @Test
    void tenThousandWhoAskForOneMissingPageHaveItLoadedOnce() throws IOException {
        String sku = "s-" + Ids.next();
        put(sku);
        await().until(() -> api.get("/products/" + sku).status() == 200);
        String cold = "s-" + Ids.next();
        put(cold);
        await().until(() -> EDGE.knows(cold));
        long before = SHELF.calls("hmget");

        assertThat(answers(CROWD, _ -> cold)).containsOnly(OK);

        assertThat(SHELF.calls("hmget") - before).isEqualTo(1);
    }

    /** What the answers begin with. All are asked for before any is read, on few connections: files are not what this is about. */
    private Set<Integer> answers(int number, IntFunction<String> sku) throws IOException {
        List<Frames> clients = new ArrayList<>();
        Set<Integer> answers = new HashSet<>();
        try {
            for (int i = 0; i < number; i++) {
                if (i % STREAMS == 0) {
                    clients.add(new Frames(api.port()));
                }
                clients.getLast().get(2 * (i % STREAMS) + 1, "/products/" + sku.apply(i));
            }
            for (Frames client : clients) {
                answers.addAll(client.answers(STREAMS));
            }
        } finally {
            for (Frames client : clients) {
                client.close();
            }
        }
        return answers;
    }
}
