package dev.sluice.load.demo;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Duration;
import java.util.List;

/** Shows that the shop is open: a customer buys two mugs. */
final class FirstOrder {
    private final ShopApi api;
    private final Stall stall;

    FirstOrder(ShopApi api, Stall stall) {
        this.api = api;
        this.stall = stall;
    }

    /** Tries again while ordering's own price list, which no page shows, does not know the product yet. */
    Placed place(DemoCustomer customer, DemoProduct product) {
        OrderRequest order = new OrderRequest(customer.id(), List.of(new RequestedLine(product.sku(), 2, null)));
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        while (true) {
            Placed placed = attempt(order);
            if (!(placed.view().reason() instanceof Rejection.UnknownSku)) {
                return placed;
            }
            stall.check("ordering to know product " + product.sku());
            backoff.pause();
        }
    }

    private Placed attempt(OrderRequest order) {
        long start = System.nanoTime();
        Answer answer = api.placeOrder(Ids.next(), order);
        OrderView view = api.awaitEnd(answer.as(Named.class).id(), stall);
        return new Placed(view, Duration.ofNanos(System.nanoTime() - start));
    }

    /** @param took from the request to the end */
    record Placed(OrderView view, Duration took) {}

    private record Named(String id) {}
}
