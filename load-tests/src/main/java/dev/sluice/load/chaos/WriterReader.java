package dev.sluice.load.chaos;

import dev.sluice.load.api.CustomerRequest;
import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.ProductRequest;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client that writes what nobody else does, and so knows what it must see when it reads. Not for several threads at once.
 */
final class WriterReader {
    private static final String CURRENCY = "GBP";
    private static final long MUCH = 1_000_000_000;
    /** A customer's new name goes to all their orders, so that many orders of one would be paid for with each name. */
    private static final int ORDERS_OF_A_CUSTOMER = 25;

    private final ShopApi api;
    private final Stall stall;
    private final String sku = "chaos-read-" + Ids.next();
    private final String ware = sku + "-w";
    private String customer = "";
    private int orders;
    private long number = 1;

    /**
     * How to look for what was written.
     *
     * @param token of the write's answer
     * @param content whether a successful answer shows what was written
     */
    record Look(String path, String token, Predicate<Answer> content) {
        /** What was written is never missing, be it only accepted. */
        boolean isMetBy(Answer answer) {
            return answer.succeeded() && content.test(answer);
        }
    }

    private record Product(String sku, Money price, long available) {}

    private record Products(List<Product> items) {}

    /** @param version null of what is accepted and no more */
    private record Order(
            String id, OrderStatus status, @Nullable Long version) {}

    private record Customer(@Nullable String name) {}

    private record Found(String id, long version, Customer customer) {}

    private record Orders(List<Found> items) {}

    /** @param api waits and asks again where it must */
    WriterReader(ShopApi api, Stall stall) {
        this.api = api;
        this.stall = stall;
    }

    void open() {
        for (String one : List.of(sku, ware)) {
            var _ = written(api.putProduct(one, product(number)));
            var _ = written(api.putStock(one, MUCH));
        }
        another();
    }

    /** Writes, and knows from then on where to see it. */
    Look write(Kind kind) {
        number++;
        return switch (kind) {
            case PRICE -> {
                long price = number;
                String token = written(api.putProduct(sku, product(price)));
                yield new Look("/products/" + sku, token, answer -> hasPrice(answer.as(Product.class), price));
            }
            case STOCK -> {
                long onHand = number;
                String token = written(api.putStock(sku, onHand));
                yield new Look(
                        "/products/" + sku,
                        token,
                        answer -> answer.as(Product.class).available() == onHand);
            }
            case SEARCH -> {
                long price = number;
                String token = written(api.putProduct(sku, product(price)));
                yield new Look(
                        "/products?q=" + sku,
                        token,
                        answer -> answer.as(Products.class).items().stream()
                                .anyMatch(found -> found.sku().equals(sku) && hasPrice(found, price)));
            }
            case DECISION -> {
                Answer placed = place(ShopApi.WAIT);
                Order order = placed.as(Order.class);
                yield new Look("/orders/" + order.id(), ShopApi.token(placed), answer -> isAsFarAs(order, answer));
            }
            case ACCEPTANCE -> {
                Answer placed = place(null);
                Order order = placed.as(Order.class);
                yield new Look("/orders/" + order.id(), ShopApi.token(placed), answer -> isAsFarAs(order, answer));
            }
            case BACK_OFFICE -> {
                Answer placed = decided(place(ShopApi.WAIT));
                Order order = placed.as(Order.class);
                yield new Look(ordersOf(customer), ShopApi.token(placed), answer -> lists(order, answer));
            }
            case RENAME -> {
                String name = "Chaos " + number;
                String token = written(api.putCustomer(customer, named(name)));
                yield new Look(
                        ordersOf(customer),
                        token,
                        answer -> answer.as(Orders.class).items().stream()
                                .allMatch(found -> name.equals(found.customer().name())));
            }
        };
    }

    Answer read(Look look) {
        return api.get(look.path(), look.token());
    }

    /** Without the token. */
    Answer readBare(Look look) {
        return api.get(look.path());
    }

    private static boolean hasPrice(Product product, long pence) {
        return product.price().amount() == pence;
    }

    private static boolean isAsFarAs(Order known, Answer answer) {
        Order now = answer.as(Order.class);
        return now.id().equals(known.id()) && version(now) >= version(known);
    }

    private static boolean lists(Order known, Answer answer) {
        return answer.as(Orders.class).items().stream()
                .anyMatch(found -> found.id().equals(known.id()) && found.version() >= version(known));
    }

    private static long version(Order order) {
        return order.version() == null ? 0 : order.version();
    }

    private static String ordersOf(String customer) {
        return "/admin/orders?limit=100&customer=" + customer;
    }

    private Answer place(@Nullable Duration wait) {
        if (orders == ORDERS_OF_A_CUSTOMER) {
            another();
        }
        orders++;
        byte[] order =
                Json.MAPPER.writeValueAsBytes(new OrderRequest(customer, List.of(new RequestedLine(ware, 1, null))));
        return api.post("/orders", order, Ids.next(), wait);
    }

    /** The answer that says what was decided, be it the first or a later one. */
    private Answer decided(Answer placed) {
        Answer last = placed;
        Order order = last.as(Order.class);
        Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));
        while (!order.status().isFinal()) {
            stall.check("order " + order.id());
            backoff.pause();
            last = api.get("/orders/" + order.id(), ShopApi.token(last));
            order = last.as(Order.class);
        }
        stall.moved();
        return last;
    }

    private void another() {
        customer = "chaos-read-" + Ids.next();
        orders = 0;
        var _ = written(api.putCustomer(customer, named("Chaos " + number)));
        var _ = written(api.putWallet(customer, new Money(MUCH, CURRENCY)));
    }

    private String written(Answer write) {
        return ShopApi.token(api.awaitSuccess(write, stall));
    }

    private static ProductRequest product(long pence) {
        return new ProductRequest("Chaos ware", null, "Chaos", new Money(pence, CURRENCY));
    }

    private static CustomerRequest named(String name) {
        return new CustomerRequest(name, null, "Iceland");
    }
}
