package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.LiveViews;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import dev.sluice.schemas.view.Projection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** A customer's orders as the back office's search finds them. */
final class BackOffice {
    private final Sluice sluice;

    BackOffice(Sluice sluice) {
        this.sluice = sluice;
    }

    List<BackOfficeOrderView> orders(String customer) {
        return sluice.admin().get(path(customer)).as(Page.class).items();
    }

    /** Waits until the search shows what is asserted; if it never does, says what every hop on its way has. */
    void awaitOrders(String customer, Consumer<List<BackOfficeOrderView>> asserted) {
        try {
            Sluice.await().untilAsserted(() -> asserted.accept(orders(customer)));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\nNow: " + evidence(customer), e);
        }
    }

    /** Waits until the search shows so many orders, all paid and settled: then nothing about them changes any more. */
    void awaitSettled(String customer, int orders) {
        awaitOrders(
                customer,
                found -> assertThat(found).hasSize(orders).allMatch(BackOffice::isSettled, "paid and settled"));
    }

    private static boolean isSettled(BackOfficeOrderView order) {
        return order.settledAt() != null
                && order.payment().state() == PaymentState.CAPTURED
                && order.customer().name() != null
                && order.lines().stream().allMatch(line -> line.currentName() != null);
    }

    /** Only a refresh comes between the second search and the third. */
    private String evidence(String customer) {
        String term = "{\"query\":{\"term\":{\"customer.id\":" + Json.MAPPER.writeValueAsString(customer) + "}}}";
        return String.join(
                "\n",
                "edge: "
                        + told(() -> HttpRequest.newBuilder(sluice.at(path(customer)))
                                .header("Authorization", "Bearer " + sluice.adminToken())),
                "index: " + told(() -> inElasticsearch("/_stats/refresh,docs,indexing")),
                "search: " + told(() -> searching(term)),
                "refresh: " + told(() -> inElasticsearch("/_refresh").POST(BodyPublishers.noBody())),
                "search: " + told(() -> searching(term)));
    }

    private HttpRequest.Builder searching(String body) {
        return inElasticsearch("/_search")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder inElasticsearch(String path) {
        String index =
                LiveViews.of(sluice.installation, Projection.BACK_OFFICE_ORDERS).index();
        return HttpRequest.newBuilder(URI.create(sluice.installation.elasticsearch() + "/" + index + path));
    }

    private String told(Supplier<HttpRequest.Builder> request) {
        try {
            return sluice.send(() -> request.get().build()).body();
        } catch (Sender.Unreachable e) {
            return e.toString();
        }
    }

    private static String path(String customer) {
        return "/admin/orders?customer=" + customer;
    }

    private record Page(List<BackOfficeOrderView> items) {}
}
