package dev.sluice.load.bench;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.demo.DemoShop;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one shopper waits for on an idle system: from POST to the 202, and from POST to CONFIRMED with {@code Prefer: wait}.
 * Orders come one by one at random moments, so that they meet every phase of the pollers on their road.
 */
final class OrderLatency implements Scenario {
    private static final int WARM_UP = 100;
    private static final int ORDERS = 200;
    private static final int SKUS = 20;
    private static final Money PLENTY = new Money(100_000_000, "GBP");
    private static final Duration WAIT = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "order-latency";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        Tokens tokens = new Tokens(installation);
        ShopApi api = new ShopApi(installation.edge(), new Direct(), () -> tokens.of(Role.IMPORTER, null));
        DemoShop shop = DemoShop.load();
        stockUp(api, shop);
        progress.printf("warming up with %d orders%n", WARM_UP);
        for (int i = 0; i < WARM_UP; i++) {
            confirm(api, shop, i);
        }
        Histogram accepted = new Histogram(3);
        Histogram confirmed = new Histogram(3);
        progress.printf("measuring %d orders, each accepted alone and confirmed%n", ORDERS);
        for (int i = 0; i < ORDERS; i++) {
            accepted.recordValue(accept(api, shop, i));
            pause();
            confirmed.recordValue(confirm(api, shop, i));
            pause();
        }
        return List.of(
                Figure.lower("confirmed-p50-ms", millis(confirmed, 50), "ms"),
                Figure.lower("confirmed-p99-ms", millis(confirmed, 99), "ms"),
                Figure.lower("accepted-p50-ms", millis(accepted, 50), "ms"),
                Figure.lower("accepted-p99-ms", millis(accepted, 99), "ms"));
    }

    /** Nobody may run out of money or goods while the clock is running; {@code ./sluice demo} puts both back. */
    private static void stockUp(ShopApi api, DemoShop shop) {
        Stall stall = new Stall(Duration.ofMinutes(1));
        shop.customers().forEach(customer -> api.awaitSuccess(api.putWallet(customer.id(), PLENTY), stall));
        shop.products().stream()
                .limit(SKUS)
                .forEach(product -> api.awaitSuccess(api.putStock(product.sku(), WARM_UP + 2L * ORDERS), stall));
    }

    private static long accept(ShopApi api, DemoShop shop, int i) {
        return timed(api, shop, i, null).micros();
    }

    private static long confirm(ShopApi api, DemoShop shop, int i) {
        Timed timed = timed(api, shop, i, WAIT);
        OrderView view = timed.answer().as(OrderView.class);
        if (view.status() != OrderStatus.CONFIRMED) {
            throw new OperatorMistake(
                    "order " + view.id() + " ended " + view.status() + ": is the demo shop loaded (./sluice demo)?");
        }
        return timed.micros();
    }

    private static Timed timed(ShopApi api, DemoShop shop, int i, @Nullable Duration wait) {
        String customer = shop.customers().get(i % shop.customers().size()).id();
        String sku = shop.products().get(i % SKUS).sku();
        byte[] body =
                Json.MAPPER.writeValueAsBytes(new OrderRequest(customer, List.of(new RequestedLine(sku, 1, null))));
        String key = Ids.next();
        long start = System.nanoTime();
        Answer answer = api.post("/orders", body, key, wait);
        return new Timed(answer, (System.nanoTime() - start) / 1_000);
    }

    private static void pause() {
        Backoff.pauseFor(Duration.ofMillis(ThreadLocalRandom.current().nextLong(20, 120)));
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    private record Timed(Answer answer, long micros) {}
}
