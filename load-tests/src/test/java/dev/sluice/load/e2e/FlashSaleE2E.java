package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.load.installation.Processes;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignTerms;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A crowd at a campaign: as many places as there are, one a customer, whatever becomes of Redis. */
@Isolated
class FlashSaleE2E {
    private static final int PLACES = 40;
    private static final int CROWD = 200;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final Set<String> granted = ConcurrentHashMap.newKeySet();
    private String campaign = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        campaign = shop.campaign(
                new CampaignTerms(shop.product(PLACES, 5_000), Shop.gbp(99), PLACES, LONG_AGO, NEVER, 900));
    }

    @Test
    void whatIsGrantedStaysExactWhenRedisIsKilledAndEmptied() throws SQLException {
        List<String> crowd =
                Stream.generate(() -> Shop.unique("cust")).limit(CROWD).toList();
        CompletableFuture<Void> rush = CompletableFuture.runAsync(() -> Crowd.each(crowd, 8, this::grab));

        Sluice.await().until(() -> granted.size() >= PLACES / 4 || rush.isDone());
        assertThat(rush).as("the crowd was under way").isNotDone();
        emptyRedis();
        Processes.read(sluice.installation.home()).get("redis").kill();
        rush.join();

        assertThat(granted).hasSize(PLACES);
        assertThat(customersOfGrants()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(granted);
        sluice.awaitReady();
        Answer late = sluice.patientShopper(Shop.unique("cust")).grab(campaign, Ids.next());
        assertThat(late.status()).as("the edge knows it again, and asks nobody").isEqualTo(409);
    }

    private void grab(String customer) {
        Answer answer = sluice.patientShopper(customer).grab(campaign, Ids.next());
        if (answer.body().contains("SUCCEEDED")) {
            granted.add(customer);
        } else {
            assertThat(answer.body()).contains("SOLD_OUT");
        }
    }

    private List<String> customersOfGrants() throws SQLException {
        return shop.campaignFacts(campaign).stream()
                .filter(PlaceGranted.class::isInstance)
                .map(fact -> ((PlaceGranted) fact).customerId())
                .toList();
    }

    private void emptyRedis() {
        RedisClient client = RedisClient.create(sluice.installation.redis().toString());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }
}
