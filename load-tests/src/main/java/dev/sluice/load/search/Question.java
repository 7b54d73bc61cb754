package dev.sluice.load.search;

import dev.sluice.load.demo.DemoCustomer;
import dev.sluice.load.demo.DemoProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a back office asks. Each is asked as often as the others, with values drawn as orders draw theirs: frequent ones more
 * often.
 */
public enum Question {
    /** The first page that everybody sees. */
    NEWEST {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "limit=20";
        }
    },
    WORDS {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "q=" + encoded(orders.nameOf(customerNumber(random)));
        }
    },
    WORDS_IN_A_MONTH {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "q=" + encoded(firstWord(orders.product(random))) + month(random);
        }
    },
    PRODUCT_NAME {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "product=" + encoded(orders.product(random).name());
        }
    },
    CUSTOMER {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "customer="
                    + orders.customer(customerNumber(random)).id();
        }
    },
    SKU_AND_STATUS {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "status=CANCELLED&payment=REFUNDED&sku=" + sku(orders, random);
        }
    },
    LARGEST {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "sort=-total&minTotal=2000&category="
                    + encoded(orders.product(random).category());
        }
    },
    /** Sorted by what changes, and so from a snapshot. */
    BY_NAME {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "sort=customer&country=" + country(orders, random) + month(random);
        }
    },
    FACETS {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + ALL_FACETS + month(random);
        }
    },
    /** Of half a million orders. */
    FACETS_OF_A_YEAR {
        @Override
        public String path(MadeUpOrders orders, SplittableRandom random) {
            return ORDERS + "facet=status&facet=country&from=2024-01-01T00:00:00Z&to=2025-01-01T00:00:00Z&country="
                    + country(orders, random);
        }
    };

    private static final String ORDERS = "/admin/orders?";
    private static final String ALL_FACETS = "facet=status&facet=payment&facet=country&facet=sku&facet=category";
    private static final int DAYS_OF_MONTH = 30;

    public abstract String path(MadeUpOrders orders, SplittableRandom random);

    /** What a dashboard asks of a month. */
    public static List<String> sales(SplittableRandom random) {
        String month = month(random);
        return List.of(
                "/admin/sales?by=day" + month,
                "/admin/sales?by=country" + month,
                "/admin/sales?by=product" + month,
                "/admin/sales?by=status" + month);
    }

    /** All orders of a month, as a file. */
    public static String export(SplittableRandom random) {
        return ORDERS + month(random).substring(1);
    }

    private static int customerNumber(SplittableRandom random) {
        return MadeUpOrders.few(random, MadeUpOrders.CUSTOMERS);
    }

    private static String sku(MadeUpOrders orders, SplittableRandom random) {
        return MadeUpOrders.sku(orders.product(random), 1);
    }

    private static String country(MadeUpOrders orders, SplittableRandom random) {
        List<DemoCustomer> customers = orders.shop().customers();
        return encoded(customers.get(random.nextInt(customers.size())).country());
    }

    private static String firstWord(DemoProduct product) {
        return product.name().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String month(SplittableRandom random) {
        var from =
                MadeUpOrders.FIRST.plus(random.nextLong(MadeUpOrders.SPAN.toDays() - DAYS_OF_MONTH), ChronoUnit.DAYS);
        return "&from=" + from + "&to=" + from.plus(DAYS_OF_MONTH, ChronoUnit.DAYS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
