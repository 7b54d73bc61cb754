package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Servers;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the edge lets pass of a crowd. */
class GrabsIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = RunningEdge.trusting(ISSUER);
    private static final Log LOG = new Log(Topics.COMMANDS_PROMOTION);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private final Api api = EDGE.api();
    private final Map<String, String> tokens = new HashMap<>();
    private final String campaign = "sale-" + Ids.next();

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
        ISSUER.close();
    }

    @Test
    void noMoreThanThereArePlacesAndNothingOfTheOthersIsWritten() {
        offer(2, LONG_AGO, NEVER);
        String key = Ids.next();

        Reply ann = grab("ann", key);
        assertThat(ann.status()).as(ann.body()).isEqualTo(202);
        assertThat(grab("bob", Ids.next()).status()).isEqualTo(202);
        refused(grab("cid", Ids.next()), 409, "SOLD_OUT");
        refused(grab("ann", Ids.next()), 409, "ALREADY_GRABBED");

        assertThat(grab("ann", key).body()).as("the same request once more").isEqualTo(ann.body());
        assertThat(LOG.messages(campaign)).hasSize(2);
    }

    @Test
    void aPlaceThatIsNotGrantedIsThereForOthers() {
        offer(1, LONG_AGO, NEVER);
        String operation = grab("ann", Ids.next()).text("id");
        refused(grab("bob", Ids.next()), 409, "SOLD_OUT");

        Rejection reason = new Rejection.SoldOut(campaign, 1);
        LOG.appendView(
                Projection.OPERATIONS,
                operation,
                new OperationView(
                        operation, OperationStatus.REFUSED, "grab", campaign + ":ann", null, reason, NEVER, null));

        await().untilAsserted(() -> assertThat(grab("bob", Ids.next()).status()).isEqualTo(202));
    }

    @Test
    void whoHasBeenGrantedAPlaceHasNoOther() {
        offer(3, LONG_AGO, NEVER);
        String takers = Projection.GRABS.redisTakers(Projection.FIRST_GENERATION, campaign);
        SHELF.command("ZADD", takers, "+inf", "ann", Long.toString(LONG_AGO.toEpochMilli()), "bob");

        refused(grab("ann", Ids.next()), 409, "ALREADY_GRABBED");
        assertThat(grab("bob", Ids.next()).status())
                .as("whose place has lapsed")
                .isEqualTo(202);
    }

    @Test
    void onlyWhileItIsOpen() {
        offer(1, NEVER, NEVER.plusSeconds(1));
        refused(grab("ann", Ids.next()), 409, "CAMPAIGN_CLOSED");
        offer("over-" + campaign, 1, LONG_AGO, LONG_AGO.plusSeconds(1));
        refused(grab("over-" + campaign, "ann", Ids.next()), 409, "CAMPAIGN_CLOSED");
        assertThat(LOG.messages("over-" + campaign)).isEmpty();
    }

    @Test
    void onlyWhatThereIsOrIsJustBeingPut() {
        refused(grab("ann", Ids.next()), 404, "UNKNOWN_CAMPAIGN");

        assertThat(api.put(
                                "/admin/campaigns/" + campaign,
                                ISSUER.role("admin"),
                                "{\"sku\": \"mug\", \"price\": {\"amount\": 99, \"currency\": \"GBP\"}, \"places\": 1,"
                                        + " \"opensAt\": \"2026-01-01T00:00:00Z\","
                                        + " \"closesAt\": \"2100-01-01T00:00:00Z\", \"holdSeconds\": 900}")
                        .status())
                .isEqualTo(202);
        assertThat(grab("ann", Ids.next()).status()).isEqualTo(202);
    }

    @Test
    void nobodyWhileRedisDoesNotKnow() {
        offer(1, LONG_AGO, NEVER);
        try (RunningEdge other = new RunningEdge(
                Map.of("sluice.issuer.url", ISSUER.url(), "sluice.redis.url", Servers.emptiedRedis()))) {
            other.awaitReady();
            Reply reply = other.api().post("/campaigns/" + campaign + "/grabs", ISSUER.shopper("ann"), Ids.next(), "");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        }
        assertThat(LOG.messages(campaign)).isEmpty();
    }

    private void offer(long places, Instant opensAt, Instant closesAt) {
        offer(campaign, places, opensAt, closesAt);
    }

    private static void offer(String id, long places, Instant opensAt, Instant closesAt) {
        SHELF.put(Projection.GRABS, id, 1, new GrabView.Offer(id, places, opensAt, closesAt));
    }

    private Reply grab(String customer, String key) {
        return grab(campaign, customer, key);
    }

    private Reply grab(String of, String customer, String key) {
        String token = tokens.computeIfAbsent(customer, ISSUER::shopper);
        return api.post("/campaigns/" + of + "/grabs", token, key, "");
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.isProblem()).isTrue();
        assertThat(reply.json().path("reason").path("code").asString("")).isEqualTo(code);
    }
}
