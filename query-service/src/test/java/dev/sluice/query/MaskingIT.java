package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.http.Sees;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not see personal data neither sees it nor finds it, nor learns it from the order of things. */
class MaskingIT {
    private static final Library LIBRARY = new Library();

    private final RunningService service = LIBRARY.service();

    @BeforeAll
    static void fill() {
        LIBRARY.create(Projection.BACK_OFFICE_ORDERS);
        LIBRARY.addOrders(List.of(SampleOrder.confirmed("c-1", Instant.parse("2026-03-01T00:00:00Z"), 100, "MUG")));
    }

    @AfterAll
    static void stop() {
        LIBRARY.close();
    }

    @Test
    void theMaskedStandsInThePlaceOfWhatItHides() throws Exception {
        Answer personal = service.get("/admin/orders");
        Answer masked = service.getMasked("/admin/orders");

        assertThat(personal.items("/customer/name")).containsExactly("Ada Lovelace");
        assertThat(personal.items("/customer/email")).containsExactly("ada@example.org");
        assertThat(masked.items("/customer/name")).containsExactly("A*** L***");
        assertThat(masked.items("/customer/email")).containsExactly("a***@e***.org");
        assertThat(masked.items("/customer/country")).containsExactly("GB");
        assertThat(personal.body().toString() + masked.body()).doesNotContain("\"masked\"");
    }

    @ParameterizedTest
    @CsvSource({
        "q=lovelace, 1, 0",
        "q=example.org, 1, 0",
        "q=ada, 1, 0",
        "customerName=lovelace, 1, 0",
        "customerName=A+L, 0, 1",
        "q=mug, 1, 1",
        "customer=c-1, 1, 1"
    })
    void whatIsNotSeenIsNotFound(String query, long found, long foundMasked) throws Exception {
        assertThat(service.get("/admin/orders?" + query).total()).isEqualTo(found);
        assertThat(service.getMasked("/admin/orders?" + query).total()).isEqualTo(foundMasked);
    }

    @Test
    void sumsAreOfWhatIsFound() throws Exception {
        assertThat(service.get("/admin/sales?by=country&q=lovelace").body().get("items"))
                .hasSize(1);
        assertThat(service.getMasked("/admin/sales?by=country&q=lovelace")
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aCursorOfOneWhoSeesMoreIsNoneForOneWhoSeesLess() throws Exception {
        LIBRARY.addOrders(List.of(SampleOrder.confirmed("c-2", Instant.parse("2026-02-01T00:00:00Z"), 100, "BOWL")));
        String next = service.get("/admin/orders?sort=customer&limit=1").next();

        assertThat(service.get("/admin/orders?sort=customer&limit=1&cursor=" + next)
                        .status())
                .isEqualTo(200);
        assertThat(service.getMasked("/admin/orders?sort=customer&limit=1&cursor=" + next)
                        .status())
                .isEqualTo(400);
        assertThat(service.getMasked("/admin/orders?sort=customer").total()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void filesHoldNoMore(String type) throws Exception {
        String personal = service.send("/admin/orders", request -> request.header("Accept", type))
                .body();
        String masked = service.send(
                        "/admin/orders",
                        request -> request.header("Accept", type).setHeader(Sees.HEADER, ""))
                .body();

        assertThat(personal).contains("Ada Lovelace").contains("ada@example.org");
        assertThat(masked).contains("A*** L***").doesNotContain("Lovelace").doesNotContain("ada@");
    }
}
