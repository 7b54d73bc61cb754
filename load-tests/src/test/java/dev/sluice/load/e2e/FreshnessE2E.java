package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.http.Answer;
import dev.sluice.load.installation.Processes;
import dev.sluice.schemas.view.Projection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read from a view says how far behind it is. */
class FreshnessE2E {
    private static final String NUMBERS = ";ms=\\d+;events=\\d+";

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @BeforeEach
    void open() {
        sluice.awaitReady();
    }

    @Test
    void readsSayHowFarBehindTheirViewIs() {
        String customer = shop.customer(10_000);
        String sku = shop.product(10, 250);
        OrderView order = shop.buys(customer, sku, 1);

        says("order-status;store=redis", "/orders/" + order.id());
        says("product-page;store=redis", "/products/" + sku);
        says("product-page;store=elasticsearch", "/products?q=" + sku);
        says("back-office-orders;store=elasticsearch", "/admin/orders?customer=" + customer);
        says("back-office-orders;store=elasticsearch", "/customers/" + customer + "/orders");
    }

    @Test
    void adminsSeeHowAllProjectionsDoAndShoppersDoNot() {
        Answer all = sluice.admin().get("/admin/projections");

        assertThat(all.as(Row[].class))
                .extracting(Row::name)
                .containsAll(
                        Arrays.stream(Projection.values()).map(Projection::id).toList());
        assertThat(all.as(Row[].class)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo("UP");
            assertThat(row.sinks()).isNotEmpty().allMatch(sink -> sink.lagMillis() >= 0);
        });
        assertThat(sluice.shopper("somebody").get("/admin/projections").status())
                .isEqualTo(403);
    }

    @Test
    void operatorsScrapeHowFarBehindEachIs() {
        int port = Processes.read(sluice.installation.home()).get("projector").port();
        URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");

        String scraped =
                sluice.send(() -> HttpRequest.newBuilder(metrics).build()).body();

        assertThat(scraped)
                .containsPattern("sluice_projection_lag_seconds\\{.*projection=\"order-status\".*store=\"redis\"} \\d")
                .containsPattern("sluice_projection_still\\{.*projection=\"back-office-orders\".*} 0");
    }

    private void says(String view, String path) {
        Sluice.await()
                .untilAsserted(
                        () -> assertThat(sluice.admin().get(path).headers().firstValue("Sluice-Lag"))
                                .hasValueSatisfying(lag -> assertThat(lag).matches(view + NUMBERS)));
    }

    private record Row(String name, String state, List<Sink> sinks) {}

    private record Sink(long lagMillis) {}
}
