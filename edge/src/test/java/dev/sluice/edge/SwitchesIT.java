package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.schemas.control.AuditEntry;
import dev.sluice.schemas.control.CommitCap;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchesIT {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(1);
    private static final Issuer ISSUER = new Issuer();
    private static final RunningEdge ONE = RunningEdge.trusting(ISSUER);
    private static final RunningEdge OTHER = RunningEdge.trusting(ISSUER);

    private final String operator = ISSUER.role("operator");

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
        ISSUER.close();
    }

    @AfterEach
    void letGrabsThrough() {
        assertThat(set("grabs", "{\"refuse\": false, \"reason\": \"the test is over\"}")
                        .status())
                .isEqualTo(200);
    }

    private Reply set(String name, String body) {
        return ONE.api().put("/admin/switches/" + name, operator, body);
    }

    private static Reply grab(RunningEdge edge) {
        Api api = edge.api();
        return api.send(api.request("/campaigns/spring/grabs").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    }

    private static void awaitGrabs(RunningEdge edge, int status) {
        Awaitility.await()
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> grab(edge).status() == status);
    }

    @Test
    void whatIsSwitchedOffOnOneEdgeIsRefusedByAllWithinASecond() {
        try (Log audit = new Log(Topics.AUDIT)) {
            Reply set = set("grabs", "{\"refuse\": true, \"reason\": \"drill\", \"until\": \"2999-01-01T00:00:00Z\"}");
            assertThat(set.status()).as(set.body()).isEqualTo(200);
            awaitGrabs(OTHER, 503);
            awaitGrabs(ONE, 503);
            Reply refused = grab(OTHER);
            assertThat(refused.isProblem()).isTrue();
            assertThat(refused.body()).contains("grabs", "2999-01-01T00:00:00Z").doesNotContain("drill");
            assertThat(Long.parseLong(refused.header("Retry-After"))).isPositive();
            assertThat(OTHER.api().get("/admin/switches", operator).body())
                    .contains("\"reason\":\"drill\"", "\"refusing\":true", "POST /campaigns/{id}/grabs");
            AuditEntry entry = entry(audit, "/admin/switches/grabs");
            assertThat(Objects.requireNonNull(entry.asked()).get("refuse").asBoolean())
                    .isTrue();
            assertThat(entry.by()).isNotEmpty();
        }
    }

    private static AuditEntry entry(Log audit, String path) {
        return audit.records().stream()
                .filter(record -> path.equals(record.key()))
                .map(record -> Json.MAPPER.readValue(record.value(), AuditEntry.class))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEdgeThatStartsLaterKnowsItAndItCanBeLifted() {
        assertThat(set("grabs", "{\"refuse\": true, \"reason\": \"drill\"}").status())
                .isEqualTo(200);
        try (RunningEdge late = RunningEdge.trusting(ISSUER)) {
            assertThat(grab(late).status()).isEqualTo(503);
            letGrabsThrough();
            awaitGrabs(late, 401);
        }
    }

    @Test
    void howOftenTheWriteSideMayCommitIsWrittenDownAndToldByAllEdges() {
        try (Log audit = new Log(Topics.AUDIT);
                Log control = new Log(Topics.CONTROL)) {
            Reply set =
                    ONE.api().put("/admin/commit-cap", operator, "{\"commitsPerSecond\": 40, \"reason\": \"drill\"}");
            assertThat(set.status()).as(set.body()).isEqualTo(200);
            Awaitility.await()
                    .atMost(SEEN_WITHIN)
                    .until(() -> OTHER.api().get("/admin/commit-cap", operator).body(), set.body()::equals);
            AuditEntry entry = entry(audit, "/admin/commit-cap");
            CommitCap cap = Json.MAPPER.readValue(control.records().getFirst().value(), CommitCap.class);
            assertThat(Objects.requireNonNull(entry.asked())
                            .get("commitsPerSecond")
                            .asInt())
                    .isEqualTo(cap.commitsPerSecond());
            assertThat(cap.commitsPerSecond()).isEqualTo(40);
            assertThat(cap.setBy()).isEqualTo(entry.by()).isNotEmpty();
        }
        assertThat(ONE.api()
                        .put("/admin/commit-cap", operator, "{\"commitsPerSecond\": -1, \"reason\": \"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ONE.api()
                        .put("/admin/commit-cap", operator, "{\"commitsPerSecond\": 0, \"reason\": \"over\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void itIsForStaffAndForSwitchesThatThereAre() {
        assertThat(set("coffee", "{\"refuse\": true, \"reason\": \"x\"}").status())
                .isEqualTo(404);
        assertThat(set("grabs", "{\"refuse\": true}").status()).isEqualTo(400);
        Reply past = set("grabs", "{\"refuse\": true, \"reason\": \"x\", \"until\": \"2020-01-01T00:00:00Z\"}");
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.body()).contains("/until");
        assertThat(ONE.api()
                        .put("/admin/switches/grabs", ISSUER.shopper("ada"), "{\"refuse\": true, \"reason\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }
}
