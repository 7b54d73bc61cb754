package dev.sluice.query;

import static dev.sluice.query.SampleOrder.NOON;
import static dev.sluice.query.SampleOrder.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void endsWithoutACursorWhenTheLastPageIsFull() throws Exception {
        Answer answer = service.get("/admin/orders?limit=" + ORDERS);

        assertThat(answer.items("/id")).containsExactlyElementsOf(newestFirst());
        assertThat(answer.next()).isEmpty();
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
