package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProductPageIT {
    /** A document's version is its record's offset, and the first offset of a new log is 0. */
    private static final long OLDER_THAN_THE_LOG = -1;

    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = new RunningEdge(Map.of("sluice.edge.products.fresh", "10m"));
    private static final Log LOG = new Log(Topics.COMMANDS_CATALOG);

    private final String sku = "s-" + Ids.next();
    private final Api api = EDGE.api();

    ProductPageIT() {
        EDGE.awaitReady();
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
    }

    @Test
    void isJsonOrAPageByAccept() {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));

        Reply json = api.get("/products/" + sku);
        Reply html = page("text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.json().path("price").path("amount").asLong(0)).isEqualTo(1_250);
        assertThat(html.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(html.body()).contains("<h1>Mug of " + sku + "</h1>", "£12.50");
        assertThat(html.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(html.header("Vary")).isEqualToIgnoringCase("Accept, Accept-Encoding, Sluice-Token");
        assertThat(page("image/png").status()).isEqualTo(406);
        assertThat(page("image/png").isProblem()).isTrue();
    }

    @Test
    void needNotBeSentTwice() {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        Reply first = api.get("/products/" + sku);

        Reply second = api.send(api.request("/products/" + sku).header("If-None-Match", first.header("ETag")));

        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=600, stale-while-revalidate=600");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(api.send(api.request("/products/" + sku)
                                .header("Accept", "text/html")
                                .header("If-None-Match", first.header("ETag")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isCompressedForWhoTakesThat() throws IOException, InterruptedException {
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        Reply plain = page("text/html");

        HttpResponse<byte[]> gzipped = gzipped(null);

        assertThat(gzipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzipped.body().length).isLessThan(plain.body().length());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzipped.body())).readAllBytes())
                .isEqualTo(plain.body().getBytes(StandardCharsets.UTF_8));
        String etag = gzipped.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isNotEqualTo(plain.header("ETag"));
        assertThat(gzipped(etag).statusCode()).isEqualTo(304);
        assertThat(gzipped(plain.header("ETag")).statusCode()).isEqualTo(200);
        assertThat(plain.header("Content-Encoding")).isEmpty();
    }

    private HttpResponse<byte[]> gzipped(@Nullable String etag) throws IOException, InterruptedException {
        HttpRequest.Builder asked = api.request("/products/" + sku)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip, deflate, br");
        if (etag != null) {
            asked.header("If-None-Match", etag);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void followsTheLog() {
        SHELF.put(Projection.PRODUCT_PAGE, sku, OLDER_THAN_THE_LOG, Views.product(sku));
        assertThat(available()).isEqualTo(7);

        LOG.appendView(Projection.PRODUCT_PAGE, sku, withAvailable(3));

        await().until(() -> available() == 3);
    }

    @Test
    void appearsThoughItWasAskedForTooEarly() {
        assertThat(api.get("/products/" + sku).status()).isEqualTo(404);

        LOG.appendView(Projection.PRODUCT_PAGE, sku, withAvailable(3));

        await().until(() -> api.get("/products/" + sku).status() == 200);
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(api.get("/products/" + sku).isProblem()).isTrue();
        assertThat(api.get("/products/a%20b").status()).isEqualTo(404);
    }

    @Test
    void isRenderedByOneEdgeForAll() {
        String key = Projection.PRODUCT_PAGE.redisKey(Projection.FIRST_GENERATION, sku);
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        assertThat(page("text/html").body()).contains("Mug of");
        await().until(() ->
                SHELF.command("HEXISTS", key, Projection.REDIS_RENDERING).equals(":1"));
        String marked =
                "redis.call('HSET', KEYS[1], ARGV[1], (redis.call('HGET', KEYS[1], ARGV[1]):gsub('Mug', 'Jug')))";
        SHELF.command("EVAL", marked, "1", key, Projection.REDIS_RENDERING);

        try (RunningEdge other = new RunningEdge(Map.of("sluice.edge.products.fresh", "0s"))) {
            other.awaitReady();
            assertThat(page(other.api(), "text/html").body()).contains("Jug of");
            assertThat(page(other.api(), "application/json").body()).contains("Mug of");

            SHELF.put(Projection.PRODUCT_PAGE, sku, 2, Views.product(sku));
            assertThat(page(other.api(), "text/html").body()).contains("Mug of");
        }
    }

    private long available() {
        return api.get("/products/" + sku).json().path("available").asLong(-1);
    }

    private Object withAvailable(long units) {
        return new ProductPageView(sku, "Mug", null, "Kitchen", new Money(1, "GBP"), units, 1, 2);
    }

    private Reply page(String accept) {
        return page(api, accept);
    }

    private Reply page(Api edge, String accept) {
        return edge.send(edge.request("/products/" + sku).header("Accept", accept));
    }
}
