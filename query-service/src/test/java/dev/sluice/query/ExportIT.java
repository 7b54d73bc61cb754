package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();

    /** More than are read at a time. */
    private static final int ORDERS = 250;

    @BeforeAll
    static void keepOrders() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(new GeneratedOrders(3).take(ORDERS));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=-acceptedAt", "sort=customer", "sort=-total&q=mug", "status=CONFIRMED", "q=nothing"})
    void givesWhatTheSearchShows(String query) throws Exception {
        List<BackOfficeOrderView> shown = shown(query);

        HttpResponse<String> lines = export("application/x-ndjson", query);
        assertThat(lines.body().lines().map(line -> Json.MAPPER.readValue(line, BackOfficeOrderView.class)))
                .containsExactlyElementsOf(shown);
        HttpResponse<String> table = export("text/csv", query);
        assertThat(records(table.body()))
                .extracting(row -> row.get("id"), row -> row.get("status"), row -> row.get("total.amount"))
                .containsExactlyElementsOf(shown.stream()
                        .map(o -> tuple(
                                o.id(),
                                o.status().name(),
                                o.total() == null ? "" : Long.toString(o.total().amount())))
                        .toList());
    }

    @Test
    void isAFileToKeep() throws Exception {
        HttpResponse<String> table = export("text/csv", "");

        assertThat(table.headers().firstValue("content-type")).hasValue("text/csv;header=present;charset=UTF-8");
        assertThat(table.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"orders.csv\"");
        assertThat(table.headers().firstValue("cache-control")).hasValue("no-store");
    }

    /** RFC 4180 outside, and no formula inside, however customers call themselves. */
    @Test
    void isSafeToOpenInASpreadsheet() throws Exception {
        List<CSVRecord> rows = records(export("text/csv", "customer=-mallory").body());

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("customer.id")).isEqualTo("'-mallory");
            assertThat(row.get("customer.name")).isEqualTo("'=HYPERLINK(\"https://evil.example\")");
            assertThat(row.get("customer.email")).isEqualTo("'@evil");
            assertThat(row.get("customer.country")).isEqualTo("'+");
        });
        assertThat(records(export("text/csv", "customer=alan").body())
                        .getFirst()
                        .get("customer.name"))
                .isEqualTo("Alan \"Prof\" Turing, OBE");
        assertThat(records(export("text/csv", "customer=emmy").body())
                        .getFirst()
                        .get("customer.name"))
                .isEqualTo("Emmy\nNoether");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=x", "facet=status", "sort=name", "custommer=ada"})
    void refusesWhatMakesNoSense(String query) throws Exception {
        HttpResponse<String> answer = export("text/csv", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
    }

    private static HttpResponse<String> export(String mediaType, String query) throws Exception {
        return service.send("/admin/orders?" + query, request -> request.header("Accept", mediaType));
    }

    private static List<CSVRecord> records(String csv) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    private static List<BackOfficeOrderView> shown(String query) throws Exception {
        List<BackOfficeOrderView> all = new ArrayList<>();
        String cursor = "";
        do {
            RunningService.Answer page = service.get("/admin/orders?limit=100&" + query + cursor);
            page.body().get("items").values().stream()
                    .map(item -> Json.MAPPER.treeToValue(item, BackOfficeOrderView.class))
                    .forEach(all::add);
            cursor = page.next().isEmpty() ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        return all;
    }
}
