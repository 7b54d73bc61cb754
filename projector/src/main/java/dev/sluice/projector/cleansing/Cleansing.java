package dev.sluice.projector.cleansing;

import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rules for what comes into views from tables: how names, e-mail addresses, countries and money are spelled, what is refused, and what is
 * left of personal data for those who may not see it. What is refused here was refused by the edge before, so it can only have come around it.
 */
public final class Cleansing {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final String HIDDEN = "***";

    /** What people write instead. */
    private static final Map<String, String> ALSO_SPELLED = Map.of(
            "UK", "GB",
            "Great Britain", "GB",
            "England", "GB",
            "USA", "US",
            "United States of America", "US",
            "EIRE", "IE",
            "RSA", "ZA",
            "Czech Republic", "CZ",
            "Holland", "NL");

    /** Countries by their codes (ISO 3166-1) and English names, as CLDR spells them. */
    private static final Map<String, String> COUNTRIES = countries();

    private Cleansing() {}

    /** A row that can be nothing; the message says why. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why, null, false, false);
        }
    }

    /** Throws {@link Malformed}. */
    public static CustomerRow customer(CustomerRow row) {
        return new CustomerRow(
                row.customerId(),
                required("name", text(row.name())),
                row.email() == null ? null : email(row.email()),
                country(row.country()),
                row.version());
    }

    /** Throws {@link Malformed}. */
    public static ProductRow product(ProductRow row) {
        if (row.priceAmount() < 0) {
            throw new Malformed("price_amount must not be below 0, but is " + row.priceAmount());
        }
        return new ProductRow(
                row.sku(),
                required("name", text(row.name())),
                row.description(),
                required("category", text(row.category())),
                row.priceAmount(),
                currency(row.priceCurrency()),
                row.version());
    }

    /** The first letter of each word of the name, of the address and of its domain, and the last part of that. */
    public static Masked masked(CustomerRow row) {
        return new Masked(maskedName(row.name()), row.email() == null ? null : maskedEmail(row.email()));
    }

    private static String maskedName(String name) {
        return Arrays.stream(name.split(" ", -1)).map(Cleansing::initial).collect(Collectors.joining(" "));
    }

    private static String maskedEmail(String email) {
        int at = email.indexOf('@');
        int dot = email.lastIndexOf('.');
        return initial(email) + '@' + initial(email.substring(at + 1)) + (dot > at + 1 ? email.substring(dot) : "");
    }

    private static String initial(String word) {
        return word.isEmpty() ? HIDDEN : word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    /** Composed letters (NFC), one blank between words, none around them. */
    private static String text(String raw) {
        return BLANKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The domain in small letters, where capitals mean nothing; what is before it is its owner's. */
    private static String email(String raw) {
        String email = text(raw);
        if (!EMAIL.matcher(email).matches()) {
            throw new Malformed("email must look like ada@example.org");
        }
        int at = email.indexOf('@');
        return email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
    }

    /** What is no country that we know, such as a region, stays as it is. */
    private static String country(String raw) {
        String written = required("country", text(raw));
        return COUNTRIES.getOrDefault(written, written);
    }

    private static String currency(String raw) {
        String code = text(raw).toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException _) {
            throw new Malformed("price_currency must be an ISO 4217 code, but is " + code);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new Malformed(field + " must not be empty");
        }
        return value;
    }

    private static Map<String, String> countries() {
        Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : Locale.getISOCountries()) {
            String name = name(code);
            spellings.put(code, name);
            spellings.put(name, name);
        }
        ALSO_SPELLED.forEach((spelling, code) -> spellings.put(spelling, name(code)));
        return spellings;
    }

    private static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
