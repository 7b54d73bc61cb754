package dev.sluice.edge.products;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.ProductPageView;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/** Renders {@code product.jte}, which was compiled with us; everything in it is escaped for its place. */
final class Html {
    private static final Locale LOCALE = Locale.UK;
    private static final int MINOR_DIGITS = 2;

    /** One for each event loop, since they are not thread-safe: to make one costs as much as a tenth of the page. */
    private static final ThreadLocal<NumberFormat> PRICES =
            ThreadLocal.withInitial(() -> NumberFormat.getCurrencyInstance(LOCALE));

    private static final ThreadLocal<NumberFormat> COUNTS =
            ThreadLocal.withInitial(() -> NumberFormat.getIntegerInstance(LOCALE));

    private static final String SAMPLE = "sample & more";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String version = versionBySamples();

    /** Another one for a renderer that makes other pages. */
    String version() {
        return version;
    }

    /** By what becomes of samples: whoever changes the page changes that, and need not think of a number. */
    private String versionBySamples() {
        CRC32C digest = new CRC32C();
        Money price = new Money(123_456_789, "EUR");
        digest.update(render(new ProductPageView(SAMPLE, SAMPLE, SAMPLE, SAMPLE, price, 12_345, 1, 1)));
        digest.update(render(new ProductPageView(SAMPLE, SAMPLE, null, SAMPLE, price, 0, 1, 1)));
        return Long.toHexString(digest.getValue());
    }

    byte[] render(ProductPageView view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(
                "product.jte",
                Map.of("product", view, "price", price(view.price()), "available", count(view.available())),
                output);
        return output.toByteArray();
    }

    private static String price(Money money) {
        Currency currency;
        try {
            currency = Currency.getInstance(money.currency());
        } catch (IllegalArgumentException _) {
            return BigDecimal.valueOf(money.amount(), MINOR_DIGITS) + " " + money.currency();
        }
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        NumberFormat format = PRICES.get();
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }

    private static String count(long units) {
        return COUNTS.get().format(units);
    }
}
