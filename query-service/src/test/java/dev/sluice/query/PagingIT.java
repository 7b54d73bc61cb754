package dev.sluice.query;

import static dev.sluice.query.SampleOrder.NOON;
import static dev.sluice.query.SampleOrder.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingIT {
    private static final int ORDERS = 50;

    private final Library library = new Library();
    private final RunningService service = library.service();
    private final List<BackOfficeOrderView> orders = IntStream.range(0, ORDERS)
            .mapToObj(i -> confirmed("ada", instantSharedByTwo(i), i, "MUG"))
            .toList();

    @BeforeEach
    void keepOrders() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(orders);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void hasNoGapsAndNoRepeatsWhileOrdersArriveAndChange() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get("/admin/orders?limit=7" + cursor);
            assertThat(page.body().get("items").size()).isBetween(1, 7);
            page.items("/id").forEach(seen::add);
            cursor = page.next().isEmpty() ? "" : "&cursor=" + page.next();
            library.addOrders(
                    List.of(confirmed("ada", NOON.plusSeconds(60), 1, "MUG"), orders.get(seen.size() % ORDERS)));
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(newestFirst());
    }

    /** Each page but the last is followed by changes of all that it could be sorted by. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "-payment", "customer", "-country"})
    void readsWhatMovesFromASnapshot(String sort) throws Exception {
        GeneratedOrders generated = new GeneratedOrders(5);
        List<BackOfficeOrderView> mixed = generated.take(ORDERS);
        library.addOrders(mixed);
        List<String> before =
                service.get("/admin/orders?limit=100&sort=" + sort).items("/id").toList();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get("/admin/orders?limit=23&sort=" + sort + cursor);
            page.items("/id").forEach(seen::add);
            cursor = page.next().isEmpty() ? "" : "&cursor=" + page.next();
            library.addOrders(Stream.concat(mixed.stream().map(generated::changed), generated.take(5).stream())
                    .toList());
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(2 * ORDERS).containsExactlyElementsOf(before);
    }

    @Test
    void tellsHowToGoOnWhenTheSnapshotIsGone() throws Exception {
        String cursor = service.get("/admin/orders?limit=1&sort=status").next();
        String snapshot = Json.MAPPER
                .readTree(afterTheCheckValue(Base64.getUrlDecoder().decode(cursor)))
                .get(1)
                .asString();
        library.elasticsearch().closePointInTime(c -> c.id(snapshot)).join();

        Answer answer = service.get("/admin/orders?limit=1&sort=status&cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").asString()).isEqualTo("/problems/cursor-expired");
        assertThat(answer.body().get("detail").asString()).contains("Start over without it");
    }

    @Test
    void endsWithoutACursorWhenTheLastPageIsFull() throws Exception {
        Answer answer = service.get("/admin/orders?limit=" + ORDERS);

        assertThat(answer.items("/id")).containsExactlyElementsOf(newestFirst());
        assertThat(answer.next()).isEmpty();
    }

    private static byte[] afterTheCheckValue(byte[] cursor) {
        return Arrays.copyOfRange(cursor, 8, cursor.length);
    }

    private List<String> newestFirst() {
        return orders.stream()
                .sorted(Comparator.comparing(BackOfficeOrderView::acceptedAt)
                        .thenComparing(BackOfficeOrderView::id)
                        .reversed())
                .map(BackOfficeOrderView::id)
                .toList();
    }

    /** Orders of one millisecond differ by nanoseconds, and pairs of them not even by those. */
    private static Instant instantSharedByTwo(int i) {
        return NOON.plusNanos(i / 2);
    }
}
