package dev.sluice.load.search;

import dev.sluice.load.demo.DemoCustomer;
import dev.sluice.load.demo.DemoProduct;
import dev.sluice.load.demo.DemoShop;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Orders of a shop that sold for two years: 20,000 customers of 2,500 names, 1,920 products, 1 to 6 lines. Few customers and
 * few products make up most of it. The number says it all, so that an order can be made again.
 */
public final class MadeUpOrders {
    static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(730);
    static final int CUSTOMERS = 20_000;
    private static final int LINES = 6;

    private final DemoShop shop = DemoShop.load();

    public static String id(int number) {
        return String.format(Locale.ROOT, "bench-%08d", number);
    }

    DemoShop shop() {
        return shop;
    }

    public BackOfficeOrderView order(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Instant acceptedAt = FIRST.plusNanos(random.nextLong(SPAN.toNanos()));
        List<Line> lines = IntStream.rangeClosed(1, 1 + random.nextInt(LINES))
                .mapToObj(position -> line(position, random))
                .toList();
        Money total = lines.stream().map(Line::total).reduce(new Money(0, "GBP"), Money::plus);
        int fate = random.nextInt(100);
        OrderStatus status = fate < 88
                ? OrderStatus.CONFIRMED
                : fate < 95 ? OrderStatus.REJECTED : fate < 99 ? OrderStatus.CANCELLED : OrderStatus.PENDING;
        return new BackOfficeOrderView(
                id(number),
                status,
                status == OrderStatus.REJECTED
                        ? new Rejection.InsufficientStock(lines.getFirst().sku(), 3, 2)
                        : null,
                customer(few(random, CUSTOMERS)),
                lines,
                null,
                total,
                fate < 4 ? lines.getFirst().total() : null,
                new Payment(payment(status), total, null),
                null,
                acceptedAt,
                acceptedAt.plusMillis(4),
                status == OrderStatus.PENDING ? null : acceptedAt.plusMillis(50),
                status == OrderStatus.PENDING ? null : acceptedAt.plusMillis(90),
                4);
    }

    private static PaymentState payment(OrderStatus status) {
        return switch (status) {
            case CONFIRMED -> PaymentState.CAPTURED;
            case ACCEPTED, PENDING -> PaymentState.FROZEN;
            case REJECTED -> PaymentState.UNFROZEN;
            case CANCELLED -> PaymentState.REFUNDED;
        };
    }

    Customer customer(int number) {
        List<DemoCustomer> known = shop.customers();
        return new Customer(
                "bench-c-" + number,
                nameOf(number),
                "bench-c-" + number + "@example.com",
                known.get(number * 7 % known.size()).country(),
                1L,
                new Masked("B*** " + number, "b***@e***.com"));
    }

    String nameOf(int customer) {
        List<DemoCustomer> known = shop.customers();
        DemoCustomer one = known.get(customer % known.size());
        DemoCustomer other = known.get(customer / known.size() % known.size());
        String first = one.name().substring(0, one.name().indexOf(' '));
        String last = other.name().substring(other.name().indexOf(' ') + 1);
        return first + " " + last;
    }

    DemoProduct product(SplittableRandom random) {
        return shop.products().get(few(random, shop.products().size()));
    }

    static String sku(DemoProduct product, int variant) {
        return product.sku() + "-" + variant;
    }

    /** Each position has variants of its own, so that no order has two lines of one SKU. */
    private Line line(int position, SplittableRandom random) {
        DemoProduct product = product(random);
        String name = product.name() + " No. " + position;
        long quantity = 1 + random.nextLong(4);
        return new Line(
                sku(product, position),
                name,
                quantity,
                product.price(),
                product.price().times(quantity),
                null,
                name,
                product.category());
    }

    /** Small numbers are drawn far more often than large ones. */
    static int few(SplittableRandom random, int bound) {
        double x = random.nextDouble();
        return (int) (x * x * x * bound);
    }
}
