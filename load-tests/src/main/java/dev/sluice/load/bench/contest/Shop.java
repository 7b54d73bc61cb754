package dev.sluice.load.bench.contest;

import dev.sluice.load.bench.contest.Basket.Line;
import dev.sluice.load.bench.contest.Levels.Level;
import dev.sluice.schemas.message.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The goods and customers of one run, which nobody else touches, and the orders that these customers place. */
public final class Shop {
    public static final String CURRENCY = "GBP";

    /** More than all orders of a run take, so that none is refused. */
    public static final long UNITS = 100_000_000;

    public static final long BALANCE = 1_000_000_000_000L;

    /** What every coupon takes off. */
    public static final int PERCENT = 10;

    /** One order in so many uses a coupon. */
    private static final int PER_COUPON = 5;

    private static final int SKUS = 500;
    private static final int COUPONS = 20;
    private static final int CUSTOMERS = 2_000;
    private static final int MOST_UNITS = 3;
    private static final int SEED = 4711;

    private final String name;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Long> sold = new HashMap<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Map<String, Level> used = new HashMap<>();
    private int orders;

    /** Shops of different names get the same orders for different goods. */
    public Shop(String name) {
        this.name = name;
    }

    public List<String> skus() {
        return IntStream.range(0, SKUS).mapToObj(this::sku).toList();
    }

    public List<String> customers() {
        return IntStream.range(0, CUSTOMERS).mapToObj(this::customer).toList();
    }

    public List<String> coupons() {
        return IntStream.range(0, COUPONS).mapToObj(this::coupon).toList();
    }

    public static long price(String sku) {
        return 100L + Math.floorMod(sku.hashCode(), 900);
    }

    /** The next orders, which count from now on. */
    public List<Basket> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    /** Two lines of different SKUs, and a coupon now and then. */
    private Basket next() {
        int first = random.nextInt(SKUS);
        int second = (first + 1 + random.nextInt(SKUS - 1)) % SKUS;
        String coupon = orders++ % PER_COUPON == 0 ? coupon(random.nextInt(COUPONS)) : null;
        Basket basket =
                new Basket(Ids.next(), customer(random.nextInt(CUSTOMERS)), List.of(line(first), line(second)), coupon);
        basket.lines().forEach(line -> sold.merge(line.sku(), line.quantity(), Long::sum));
        spent.merge(basket.customerId(), basket.total(), Long::sum);
        if (coupon != null) {
            used.merge(coupon, new Level(1, 0), (a, b) -> new Level(a.total() + b.total(), 0));
        }
        return basket;
    }

    private Line line(int number) {
        String sku = sku(number);
        return new Line(sku, 1 + random.nextInt(MOST_UNITS), price(sku));
    }

    /** When every order is confirmed and settled. */
    public Levels expected() {
        return new Levels(left(skus(), UNITS, sold), left(customers(), BALANCE, spent), Map.copyOf(used));
    }

    private static Map<String, Level> left(List<String> ids, long initial, Map<String, Long> gone) {
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Level(initial - gone.getOrDefault(id, 0L), 0)));
    }

    private String sku(int number) {
        return "bench-" + name + "-s" + number;
    }

    /** In capitals, as every code is. */
    private String coupon(int number) {
        return ("bench-" + name + "-k" + number).toUpperCase(Locale.ROOT);
    }

    private String customer(int number) {
        return "bench-" + name + "-c" + number;
    }
}
