package dev.sluice.query;

import dev.sluice.schemas.message.Ids;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders of all kinds, the same ones for the same seed but for their ids. */
final class GeneratedOrders {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final List<Customer> CUSTOMERS = List.of(
            customer("ada", "Ada Lovelace", "ada@example.org", "GB", 1),
            customer("grace", "grace Hopper", "grace@navy.example", "Iceland", 1),
            customer("alan", "Alan \"Prof\" Turing, OBE", null, "GB", 2),
            customer("-mallory", "=HYPERLINK(\"https://evil.example\")", "@evil", "+", 1),
            customer("emmy", "Emmy\nNoether", "emmy@example.de", "Germany", 3),
            Customer.unknown("unknown"));
    private static final List<String> CATEGORIES = List.of("Kitchen", "Garden tools", "Lights");
    private static final List<String> NAMES =
            List.of("Blue mug", "Red mug", "Lantern", "Garden chair", "Blue bowl", "Spade", "Tea light", "Kettle");

    private final Random random;

    GeneratedOrders(long seed) {
        this.random = new Random(seed);
    }

    private static Customer customer(String id, String name, @Nullable String email, String country, long version) {
        return new Customer(
                id,
                name,
                email,
                country,
                version,
                new Masked(id.substring(0, 1) + "***", email == null ? null : "***@***"));
    }

    List<BackOfficeOrderView> take(int number) {
        return Stream.generate(this::order).limit(number).toList();
    }

    BackOfficeOrderView order() {
        Instant acceptedAt = START.plus(Duration.ofMinutes(random.nextLong(40 * 24 * 60)));
        OrderStatus status =
                oneOf(List.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.REJECTED, OrderStatus.CANCELLED));
        String currency = random.nextInt(4) == 0 ? "EUR" : "GBP";
        boolean priced = status != OrderStatus.REJECTED || random.nextBoolean();
        List<Line> lines = lines(priced ? currency : null);
        Money total = priced ? new Money(amount(lines), currency) : null;
        return new BackOfficeOrderView(
                Ids.next(),
                status,
                priced ? null : new Rejection.UnknownSku(lines.getFirst().sku()),
                oneOf(CUSTOMERS),
                lines,
                null,
                total,
                status == OrderStatus.CONFIRMED && random.nextInt(3) == 0 ? new Money(50, currency) : null,
                new Payment(oneOf(List.of(PaymentState.values())), total, null),
                null,
                acceptedAt,
                priced ? acceptedAt.plusMillis(3) : null,
                null,
                null,
                random.nextInt(9));
    }

    /** The same order later: in another state, of another customer's name. */
    BackOfficeOrderView changed(BackOfficeOrderView order) {
        BackOfficeOrderView other = order();
        return new BackOfficeOrderView(
                order.id(),
                other.status(),
                order.reason(),
                other.customer(),
                order.lines(),
                null,
                order.total(),
                order.refunded(),
                other.payment(),
                null,
                order.acceptedAt(),
                order.placedAt(),
                order.decidedAt(),
                order.settledAt(),
                order.version() + 1);
    }

    /** @param currency null for lines that were never priced */
    private List<Line> lines(@Nullable String currency) {
        List<Integer> products = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(products, random);
        return products.subList(0, 1 + random.nextInt(4)).stream()
                .map(product -> line(product, currency))
                .toList();
    }

    private Line line(int product, @Nullable String currency) {
        String sku = "SKU-" + product;
        long quantity = 1L + random.nextInt(5);
        Money price = currency == null ? null : new Money(100L + product, currency);
        return new Line(
                sku,
                currency == null ? null : NAMES.get(product),
                quantity,
                price,
                price == null ? null : price.times(quantity),
                random.nextInt(4) == 0 ? 1L : null,
                product == 7 ? "Samovar" : null,
                product == 6 ? null : CATEGORIES.get(product % CATEGORIES.size()));
    }

    private static long amount(List<Line> lines) {
        return lines.stream()
                .map(Line::total)
                .mapToLong(total -> total == null ? 0 : total.amount())
                .sum();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
