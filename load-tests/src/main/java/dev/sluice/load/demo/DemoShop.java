package dev.sluice.load.demo;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CouponTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the demo shop sells and to whom, from the resources {@code /demo/*.csv}. */
public record DemoShop(List<DemoProduct> products, List<DemoCustomer> customers) {
    static final String COUPON = "WELCOME10";

    /** A tenth off the first order. */
    static final CouponTerms COUPON_TERMS = new CouponTerms(
            10, null, null, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"), 1L, null);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    public DemoShop {
        products = List.copyOf(products);
        customers = List.copyOf(customers);
    }

    public static DemoShop load() {
        return new DemoShop(
                records("products.csv").stream().map(DemoShop::product).toList(),
                records("customers.csv").stream().map(DemoShop::customer).toList());
    }

    private static DemoProduct product(CSVRecord line) {
        return new DemoProduct(
                line.get("sku"),
                line.get("name"),
                line.get("category"),
                pounds(line.get("price")),
                Long.parseLong(line.get("stock")));
    }

    private static DemoCustomer customer(CSVRecord line) {
        return new DemoCustomer(
                line.get("id"), line.get("name"), line.get("email"), line.get("country"), pounds(line.get("balance")));
    }

    private static Money pounds(String decimal) {
        return new Money(new BigDecimal(decimal).movePointRight(2).longValueExact(), "GBP");
    }

    private static List<CSVRecord> records(String name) {
        try (InputStream in = Objects.requireNonNull(DemoShop.class.getResourceAsStream("/demo/" + name), name);
                var parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
