package dev.sluice.query;

import static dev.sluice.query.SampleOrder.NOON;
import static dev.sluice.query.SampleOrder.confirmed;
import static dev.sluice.query.SampleOrder.declined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrdersIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();

    private static final BackOfficeOrderView mug = confirmed("ada", NOON, 899, "MUG");
    private static final BackOfficeOrderView setOfTwo = confirmed("ada", NOON.plusSeconds(1), 1_500, "MUG", "BOWL");
    private static final BackOfficeOrderView bowl = confirmed("grace", NOON.plusSeconds(2), 601, "BOWL");
    private static final BackOfficeOrderView unknown = declined("grace", NOON.plusSeconds(3), "NOPE");

    @BeforeAll
    static void keepFourOrders() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(List.of(bowl, mug, unknown, setOfTwo));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void showsWholeDocumentsNewestFirst() throws Exception {
        Answer answer = service.get("/admin/orders");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items").values().stream().map(OrdersIT::order))
                .containsExactly(unknown, SampleOrder.shown(bowl), SampleOrder.shown(setOfTwo), SampleOrder.shown(mug));
        assertThat(answer.body().get("total").toString()).isEqualTo("{\"value\":4,\"relation\":\"eq\"}");
        assertThat(answer.body().has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status=REJECTED | NOPE",
                "status=CONFIRMED | BOWL MUG MUG",
                "status=CONFIRMED&status=REJECTED | NOPE BOWL MUG MUG",
                "status=PENDING |",
                "customer=ada | MUG MUG",
                "customer=ADA |",
                "sku=BOWL | BOWL MUG",
                "sku=BOWL&customer=ada | MUG",
                "from=2026-03-01T12:00:02Z | NOPE BOWL",
                "to=2026-03-01T12:00:01Z | MUG",
                "from=2026-03-01T13:00:01%2B01:00&to=2026-03-01T12:00:02Z | MUG",
                "from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z | NOPE BOWL MUG MUG",
                "to=1815-12-10T00:00:00Z |",
                "minTotal=899 | MUG MUG",
                "minTotal=900 | MUG",
                "maxTotal=899 | BOWL MUG",
                "minTotal=601&maxTotal=601 | BOWL",
                "maxTotal=9223372036854775807 | BOWL MUG MUG"
            })
    void filters(String query, String firstSkus) throws Exception {
        Answer answer = service.get("/admin/orders?" + query);

        List<String> expected = firstSkus == null ? List.of() : List.of(firstSkus.split(" "));
        assertThat(answer.items("/lines/0/sku")).containsExactlyElementsOf(expected);
        assertThat(answer.total()).isEqualTo(expected.size());
    }

    @Test
    void showsCustomersWhatIsTheirs() throws Exception {
        Answer answer = service.get("/customers/ada/orders?limit=1");

        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.items("/id")).containsExactly(setOfTwo.id());
        assertThat(answer.body().at("/items/0").propertyNames())
                .containsExactlyInAnyOrder("id", "customerId", "status", "lines", "total", "version");
        assertThat(answer.body().at("/items/0/lines/0").propertyNames())
                .containsExactlyInAnyOrder("sku", "name", "quantity", "unitPrice");
        Answer second = service.get("/customers/ada/orders?limit=1&cursor=" + answer.next());
        assertThat(second.items("/id")).containsExactly(mug.id());
    }

    @Test
    void refusesTheCursorOfOtherFilters() throws Exception {
        String cursor = service.get("/admin/orders?limit=1&customer=ada").next();

        assertThat(cursor).isNotEmpty();
        assertRefused("/admin/orders?customer=grace&cursor=" + cursor);
        assertRefused("/admin/orders?cursor=" + cursor);
        assertRefused("/products?cursor=" + cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "%E2%82%AC", "W10="})
    void refusesABrokenCursor(String cursor) throws Exception {
        assertRefused("/admin/orders?cursor=" + cursor);
    }

    private static void assertRefused(String path) throws IOException, InterruptedException {
        Answer answer = service.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("cursor");
    }

    private static BackOfficeOrderView order(JsonNode item) {
        return Json.MAPPER.treeToValue(item, BackOfficeOrderView.class);
    }
}
