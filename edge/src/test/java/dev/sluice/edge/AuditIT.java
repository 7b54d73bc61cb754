package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.schemas.control.AuditEntry;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nothing is changed from the back office of which the log does not tell who asked for it. */
class AuditIT {
    private static final Issuer ISSUER = new Issuer();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);

    private final String admin = ISSUER.role("admin");

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    @Test
    void tellsWhoAskedForWhat() {
        String path = "/admin/in-doubt/" + Ids.next() + "/retry";
        String body = "{\"participant\":\"STOCK\",\"key\":\"mug\"}";
        EDGE.api().post(path, ISSUER.role("operator"), body);

        AuditEntry entry = ofPath(path).getFirst();

        assertThat(entry.by()).startsWith("subject-");
        assertThat(entry.roles()).containsExactly("operator");
        assertThat(entry.method()).isEqualTo("POST");
        assertThat(entry.asked()).isEqualTo(Json.MAPPER.readTree(body));
        assertThat(entry.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void theCommandIsFoundByTheTraceAndPersonalDataIsNotKept() {
        String customer = "c-" + Ids.next();
        try (Log commands = new Log(Topics.COMMANDS_CUSTOMER);
                Log audit = new Log(Topics.AUDIT)) {
            Reply put = EDGE.api()
                    .put(
                            "/admin/customers/" + customer,
                            ISSUER.role("importer"),
                            "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"country\":\"GB\"}");
            assertThat(put.status()).as(put.body()).isEqualTo(202);

            AuditEntry entry = ofPath("/admin/customers/" + customer).getFirst();

            assertThat(entry.asked()).isNull();
            assertThat(audit.records())
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .isNotEmpty()
                    .noneMatch(record -> record.contains("Ada") || record.contains("example.org"));
            assertThat(commands.messages(customer))
                    .singleElement()
                    .satisfies(command -> assertThat(command.traceparent()).isEqualTo(entry.traceparent()));
        }
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        List<String> paths = IntStream.range(0, 7)
                .mapToObj(i -> "/admin/stock/audit-" + i + "-" + Ids.next())
                .toList();
        paths.forEach(path -> EDGE.api().put(path, admin, "{\"onHand\":1}"));

        List<String> seen = new ArrayList<>();
        String query = "?limit=3";
        JsonNode page;
        do {
            page = page(query);
            page.get("items").forEach(item -> seen.add(item.get("path").asString()));
            query = "?limit=3&before=" + page.path("before").asLong();
        } while (page.has("before") && !seen.containsAll(paths));

        assertThat(seen.stream().filter(paths::contains).toList()).isEqualTo(paths.reversed());
    }

    @Test
    void whatIsRefusedToThoseWhoMayNotIsNotAskedFor() {
        String path = "/admin/stock/refused-" + Ids.next();
        assertThat(EDGE.api().put(path, ISSUER.shopper("c1"), "{\"onHand\":1}").status())
                .isEqualTo(403);

        assertThat(ofPath(path)).isEmpty();
        assertThat(EDGE.api().get("/admin/audit", ISSUER.role("operator")).status())
                .isEqualTo(403);
        assertThat(EDGE.api().get("/admin/audit").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=x", "?before=-1"})
    void saysWhatIsWrongWithAQuery(String query) {
        Reply reply = EDGE.api().get("/admin/audit" + query, admin);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.isProblem()).isTrue();
        assertThat(reply.body()).contains(query.substring(1, query.indexOf('=')));
    }

    private JsonNode page(String query) {
        Reply reply = EDGE.api().get("/admin/audit" + query, admin);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Json.MAPPER.readTree(reply.body());
    }

    private List<AuditEntry> ofPath(String path) {
        List<AuditEntry> found = new ArrayList<>();
        page("").get("items").forEach(item -> found.add(Json.MAPPER.treeToValue(item, AuditEntry.class)));
        return found.stream().filter(entry -> entry.path().equals(path)).toList();
    }
}
