package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoubtsIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();
    private static final Instant LONG_AGO = SampleOrder.NOON;

    /** No run of this test comes after it. */
    private static final Instant IN_FUTURE = Instant.parse("2200-01-01T00:00:00Z");

    private static final BackOfficeOrderView doubtful = SampleOrder.inDoubt(IN_FUTURE);
    private static final BackOfficeOrderView slow = SampleOrder.unsettled(LONG_AGO);

    @BeforeAll
    static void keepOrdersOfEachKind() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(List.of(
                slow,
                doubtful,
                SampleOrder.confirmed("ada", LONG_AGO, 899, "MUG"),
                SampleOrder.declined("ada", LONG_AGO, "NOPE"),
                SampleOrder.unsettled(IN_FUTURE)));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void showsWhatIsInDoubtAndWhatIsSlow() throws Exception {
        Answer answer = service.get("/admin/in-doubt");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items").values().stream()
                        .map(order -> Json.MAPPER.treeToValue(order, BackOfficeOrderView.class)))
                .containsExactly(SampleOrder.shown(doubtful), SampleOrder.shown(slow));
    }

    @Test
    void isReadPageByPage() throws Exception {
        Answer first = service.get("/admin/in-doubt?limit=1");
        Answer second = service.get(
                "/admin/in-doubt?limit=1&cursor=" + first.body().get("next").asString(""));

        assertThat(first.body().get("items").get(0).get("id").asString("")).isEqualTo(doubtful.id());
        assertThat(second.body().get("items").get(0).get("id").asString("")).isEqualTo(slow.id());
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void takesNoFilters() throws Exception {
        assertThat(service.get("/admin/in-doubt?customer=ada").status()).isEqualTo(400);
    }
}
