package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.load.rebuild.Projections.Row;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Redis and Elasticsearch hold nothing of their own: emptied while all runs, they are what they were, and so is every rebuild. */
@Isolated
class RefillE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final Projections projections = new Projections(sluice.admin());
    private final StoredViews stores = new StoredViews(sluice.installation);
    private final List<String> paths = new ArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private volatile boolean reading = true;

    @BeforeEach
    void open() throws Exception {
        sluice.awaitReady();
        String customer = shop.customer(100_000);
        String sku = shop.product(100, 250);
        OrderView bought = shop.buys(customer, sku, 3);
        OrderView refused = shop.buys(shop.customer(1), sku, 1);
        ShopApi shopper = sluice.shopper(customer);
        shopper.awaitSuccess(
                shopper.cancel(bought.id(), List.of(new ReturnedLine(sku, 1)), Ids.next()), new Stall(Sluice.PATIENCE));
        String campaign = shop.campaign(new CampaignTerms(
                sku,
                Shop.gbp(99),
                3,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                900));
        Answer grabbed = shopper.grab(campaign, Ids.next());
        assertThat(grabbed.body()).contains("SUCCEEDED");
        parks();
        paths.add("/orders/" + bought.id());
        paths.add("/orders/" + refused.id());
        paths.add("/products/" + sku);
        paths.add("/operations/" + grabbed.as(Shop.OrderNamed.class).id());
    }

    /** A message that waits for an operator. */
    private void parks() throws Exception {
        String parked = Shop.unique("sku");
        new StockCommands(sluice.installation).send(parked, "{ broken");
        String listed = "/admin/dead-letters?key=" + parked;
        Sluice.await().until(() -> sluice.admin().get(listed).body().contains(parked));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void whatWasEmptiedIsWhatItWasAndSoIsEveryRebuild() throws Exception {
        Holdings before = settled();
        assertThat(before.hashes()).allSatisfy((_, hash) -> assertThat(hash).doesNotStartWith("0 "));
        Map<String, Integer> generations = generations();

        Thread reader = Thread.ofVirtual().start(this::read);
        stores.empty();
        holdAgain(before);
        reading = false;
        reader.join();
        assertThat(troubles).isEmpty();

        Launcher.Ended rebuilt = Launcher.run("rebuild", "--all");
        assertThat(rebuilt.code()).as(rebuilt.output()).isZero();
        generations().forEach((name, live) -> assertThat(live).as(name).isGreaterThan(generations.get(name)));
        holdAgain(before);
    }

    private void holdAgain(Holdings before) {
        Sluice.await().untilAsserted(() -> {
            assertThat(stores.isComplete())
                    .as("Redis says that it holds all views")
                    .isTrue();
            Holdings now = stores.read(projections.rows());
            assertThat(before.differences(now)).isEmpty();
            assertThat(now.hashes()).isEqualTo(before.hashes());
        });
    }

    /** Once nothing moves any more. */
    private Holdings settled() {
        List<Holdings> looks = new ArrayList<>();
        Sluice.await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            List<Row> rows = projections.rows();
            looks.add(stores.read(rows));
            return rows.stream()
                            .allMatch(row ->
                                    row.lag() == 0 && row.sinks().stream().allMatch(sink -> sink.lag() == 0))
                    && looks.size() > 1
                    && looks.getLast().equals(looks.get(looks.size() - 2));
        });
        return looks.getLast();
    }

    private Map<String, Integer> generations() {
        return projections.rows().stream()
                .filter(row -> row.role().equals("LIVE"))
                .collect(Collectors.toMap(Row::name, Row::generation));
    }

    /** What is there may be unknown for a while, but never gone and never another. */
    private void read() {
        Map<String, String> first = new HashMap<>();
        while (reading) {
            for (String path : paths) {
                Answer answer = sluice.admin().get(path);
                if (answer.status() == 200) {
                    String expected = first.computeIfAbsent(path, _ -> answer.body());
                    if (!answer.body().equals(expected)) {
                        troubles.add(path + " answers " + answer.summary());
                    }
                } else if (answer.status() != 503) {
                    troubles.add(path + " answers " + answer.summary());
                }
            }
        }
    }
}
