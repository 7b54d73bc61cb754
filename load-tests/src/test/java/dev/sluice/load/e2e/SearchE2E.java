package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two orders as the back office finds, counts, adds up and takes them away. */
class SearchE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        customer = shop.customer(10_000);
    }

    @Test
    void findsCountsAddsUpAndExports() {
        String sku = shop.product(10, 250);
        OrderView small = shop.buys(customer, sku, 1);
        OrderView large = shop.buys(customer, sku, 3);
        new BackOffice(sluice).awaitSettled(customer, 2);
        String query = "q=" + sku + "&customerName=" + customer + "&sort=-total";

        Found found = sluice.admin()
                .get("/admin/orders?facet=status&facet=sku&" + query)
                .as(Found.class);
        assertThat(found.items()).extracting(BackOfficeOrderView::id).containsExactly(large.id(), small.id());
        assertThat(found.facets())
                .isEqualTo(Map.of("status", List.of(new Count("CONFIRMED", 2)), "sku", List.of(new Count(sku, 2))));
        assertThat(sluice.admin()
                        .get("/admin/sales?by=product&" + query.replace("&sort=-total", ""))
                        .body())
                .contains("\"key\":\"" + sku + "\"", "\"amount\":1000", "\"units\":4");
        Answer lines = file(query, "application/x-ndjson");
        assertThat(lines.body().lines().map(line -> Json.MAPPER.readValue(line, BackOfficeOrderView.class)))
                .containsExactlyElementsOf(found.items());
        Answer table = file(query, "text/csv");
        assertThat(table.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"orders.csv\"");
        assertThat(table.body().lines()).hasSize(3).last().asString().startsWith(small.id() + ",CONFIRMED,");
    }

    private Answer file(String query, String mediaType) {
        return sluice.send(() -> HttpRequest.newBuilder(sluice.at("/admin/orders?" + query))
                .header("Authorization", "Bearer " + sluice.adminToken())
                .header("Accept", mediaType)
                .build());
    }

    private record Found(List<BackOfficeOrderView> items, Map<String, List<Count>> facets) {}

    private record Count(String value, long count) {}
}
