package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MadeUpSkusIT {
    private static final int MANY = 2_000;
    private static final int CROWD = 10_000;
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
    void redisIsAskedForHardlyAnyOfThem() {
        long before = SHELF.calls("hmget");

        assertThat(statuses(MANY, i -> "made-up-" + Ids.next() + i)).containsOnly(404);

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
    void tenThousandWhoAskForOneMissingPageHaveItLoadedOnce() {
        String sku = "s-" + Ids.next();
        put(sku);
        await().until(() -> api.get("/products/" + sku).status() == 200);
        String cold = "s-" + Ids.next();
        put(cold);
        await().until(() -> EDGE.knows(cold));
        long before = SHELF.calls("hmget");

        assertThat(statuses(CROWD, _ -> cold)).containsOnly(200);

        assertThat(SHELF.calls("hmget") - before).isEqualTo(1);
    }

    private List<Integer> statuses(int number, IntFunction<String> sku) {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> asked = IntStream.range(0, number)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> api.get("/products/" + sku.apply(i)).status(), crowd))
                    .toList();
            return asked.stream().map(CompletableFuture::join).distinct().toList();
        }
    }
}
