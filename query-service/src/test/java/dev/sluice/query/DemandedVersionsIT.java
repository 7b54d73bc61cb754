package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the edge demands of a search on behalf of a client's version tokens. */
class DemandedVersionsIT {
    private static final Library library = new Library();

    @BeforeAll
    static void create() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.create(Projection.PRODUCT_PAGE);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void whatIsThereButNotRefreshedIsFound() throws Exception {
        BackOfficeOrderView order = SampleOrder.confirmed("fresh", SampleOrder.NOON, 100, "MUG");
        library.addUnrefreshed(Projection.BACK_OFFICE_ORDERS, order.id(), order);

        assertThat(demanding("/admin/orders?customer=fresh", "order/" + order.id() + "=3")
                        .body())
                .contains(order.id());
        assertThat(demanding("/customers/fresh/orders", "order/" + order.id() + "=0")
                        .body())
                .contains(order.id());
    }

    @Test
    void whatIsNotThereYetIsWaitedFor() throws Exception {
        BackOfficeOrderView order = SampleOrder.confirmed("late", SampleOrder.NOON, 100, "MUG");
        CompletableFuture<HttpResponse<String>> search = CompletableFuture.supplyAsync(
                () -> demanding("/admin/orders?customer=late", "order/" + order.id() + "=3"));

        library.addUnrefreshed(Projection.BACK_OFFICE_ORDERS, order.id(), order);

        assertThat(search.get().body()).contains(order.id());
    }

    @Test
    void whatDoesNotComeIs503() {
        BackOfficeOrderView order = SampleOrder.confirmed("behind", SampleOrder.NOON, 100, "MUG");
        library.addUnrefreshed(Projection.BACK_OFFICE_ORDERS, order.id(), order);

        HttpResponse<String> answer = demanding("/admin/orders", "order/" + order.id() + "=4");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/view-behind");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void noOrderShowsItsCustomerAsTheyWere() {
        BackOfficeOrderView order = SampleOrder.confirmed("renamed", SampleOrder.NOON, 100, "MUG");
        library.addUnrefreshed(Projection.BACK_OFFICE_ORDERS, order.id(), order);

        assertThat(demanding("/admin/orders?customer=renamed", "customer/renamed=1")
                        .body())
                .contains(order.id());
        assertThat(demanding("/admin/orders?customer=renamed", "customer/renamed=2")
                        .statusCode())
                .isEqualTo(503);
        assertThat(demanding("/admin/sales?by=day", "customer/nobody=9").statusCode())
                .isEqualTo(200);
    }

    @Test
    void productsAreHeldToTheirRowAndTheirStock() {
        library.addUnrefreshed(
                Projection.PRODUCT_PAGE,
                "MUG",
                new ProductPageView("MUG", "Mug", null, "Kitchen", new Money(1, "GBP"), 3, 2, 5));

        assertThat(demanding("/products?q=mug", "product/MUG=2,stock/MUG=5").body())
                .contains("MUG");
        assertThat(demanding("/products?q=mug", "stock/MUG=6").statusCode()).isEqualTo(503);
        assertThat(demanding("/products?q=mug", "wallet/ada=6").statusCode())
                .as("no product shows a wallet")
                .isEqualTo(200);
    }

    private static HttpResponse<String> demanding(String path, String versions) {
        try {
            return library.service().send(path, request -> request.header(EntityVersions.HEADER, versions));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
