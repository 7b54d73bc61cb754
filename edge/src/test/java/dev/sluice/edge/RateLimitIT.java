package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Gate;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Servers;
import dev.sluice.schemas.message.Ids;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RateLimitIT {
    private static final Issuer ISSUER = new Issuer();
    /** An hour's quota earns nothing while a test runs. Redis may take its time, so that a busy machine changes nothing. */
    private static final RunningEdge ONE = edge(Map.of());

    private static final RunningEdge OTHER = edge(Map.of());

    private final String token = ISSUER.shopper("c-" + Ids.next());

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
        ISSUER.close();
    }

    private static RunningEdge edge(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sluice.issuer.url", ISSUER.url(),
                "sluice.edge.limits.redis-patience", "1s",
                "sluice.edge.limits.rates.orders.known", "60/3600s",
                "sluice.edge.limits.rates.writes.known", "20/3600s",
                "sluice.edge.limits.rates.writes.mode", "exact",
                "sluice.edge.limits.rates.reads.known", "10/3600s",
                "sluice.edge.limits.rates.reads.mode", "local"));
        settings.putAll(more);
        RunningEdge edge = new RunningEdge(settings);
        edge.awaitReady();
        return edge;
    }

    @Test
    void everyAnswerTellsHowTheClientStandsUntilItIsRefused() {
        Reply first = ONE.api().get("/orders/" + Ids.next(), token);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"reads\";q=10;w=3600");
        assertThat(first.header("RateLimit")).isEqualTo("\"reads\";r=9;t=360");
        IntStream.range(0, 9).forEach(_ -> ONE.api().get("/orders/" + Ids.next(), token));

        Reply refused = ONE.api().get("/orders/" + Ids.next(), token);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.isProblem()).isTrue();
        assertThat(refused.text("type")).isEqualTo("/problems/quota-exceeded");
        assertThat(refused.header("RateLimit")).matches("\"reads\";r=0;t=3[56]\\d\\d");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(300, 360);
        assertThat(ONE.api()
                        .get("/orders/" + Ids.next(), ISSUER.shopper("another"))
                        .status())
                .isEqualTo(404);
        assertThat(ONE.api()
                        .get("/orders/" + Ids.next(), ISSUER.role("importer"))
                        .header("RateLimit-Policy"))
                .isEqualTo("\"reads\";q=1000000;w=10");
    }

    @Test
    void whoShowsATokenHasAQuotaOfTheirOwnAlsoWhereEverybodyMay() {
        assertThat(policyOfSearch(token)).isEqualTo("\"searches\";q=600;w=10");
        assertThat(policyOfSearch("none of ours")).isEqualTo("\"searches\";q=1000000;w=10");
    }

    private static String policyOfSearch(String bearer) {
        return ONE.api().get("/products?q=mug", bearer).header("RateLimit-Policy");
    }

    @Test
    void aLeasedQuotaIsOneForAllEdges() {
        assertThat(admitted("/orders", 400, 200)).isBetween(48L, 60L);
    }

    @Test
    void anExactQuotaIsExact() {
        assertThat(admitted("/orders/" + Ids.next() + "/cancellation", 404, 60)).isEqualTo(20);
    }

    /** Of so many requests over two edges, many at a time. One that is refused later is as good as any. */
    private long admitted(String path, int refusal, int requests) {
        List<CompletableFuture<Reply>> all = IntStream.range(0, requests)
                .mapToObj(i -> malformed((i % 2 == 0 ? ONE : OTHER).api(), path))
                .toList();
        List<Integer> statuses =
                all.stream().map(CompletableFuture::join).map(Reply::status).toList();
        assertThat(statuses).containsOnly(refusal, 429);
        return statuses.stream().filter(status -> status == refusal).count();
    }

    private CompletableFuture<Reply> malformed(Api api, String path) {
        return api.sending(api.posting(path, token, Ids.next(), "{"));
    }

    @Test
    void withoutRedisAnEdgeGrantsItsShareAndNobodyWaits() {
        URI redis = URI.create(Servers.completeRedis());
        try (Gate gate = new Gate(redis.getHost(), redis.getPort());
                RunningEdge edge = edge(Map.of(
                        "sluice.redis.url",
                        "redis://127.0.0.1:" + gate.port() + redis.getPath(),
                        "sluice.edge.limits.redis-patience",
                        "4ms"))) {
            Api api = edge.api();
            assertThat(malformed(api, "/orders").join().status()).isEqualTo(400);
            gate.hold();
            try {
                long begun = System.nanoTime();
                List<Integer> statuses = IntStream.range(0, 100)
                        .mapToObj(_ -> malformed(api, "/orders").join().status())
                        .toList();

                assertThat(statuses.stream().filter(status -> status == 400).count())
                        .as("half of 60, and what was leased before")
                        .isBetween(29L, 30L + 3);
                assertThat(System.nanoTime() - begun)
                        .as("Redis alone would have been waited for 100 times")
                        .isLessThan(10_000_000_000L);
            } finally {
                gate.release();
            }
        }
    }
}
