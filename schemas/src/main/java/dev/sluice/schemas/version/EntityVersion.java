package dev.sluice.schemas.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an entity is known to be.
 *
 * @param entity what it is: {@code order}, {@code product}, {@code stock}, {@code customer}, {@code operation} …
 * @param id which
 * @param version as its view carries it; 0 for what was accepted and has not happened yet
 */
public record EntityVersion(String entity, String id, long version) {
    public static final String ORDER = "order";
    public static final String OPERATION = "operation";
    public static final String PRODUCT = "product";
    public static final String STOCK = "stock";
    public static final String CUSTOMER = "customer";

    private static final Pattern TEXT = Pattern.compile("([a-z-]{1,20})/([^,=\\s]{1,200})=(\\d{1,18})");

    /** From {@link #toString}. Throws IllegalArgumentException for anything else. */
    public static EntityVersion parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("an entity's version looks like order/0190…=3, not " + text);
        }
        return new EntityVersion(parts.group(1), parts.group(2), Long.parseLong(parts.group(3)));
    }

    public boolean isOf(String otherEntity, String otherId) {
        return entity.equals(otherEntity) && id.equals(otherId);
    }

    @Override
    public String toString() {
        return entity + '/' + id + '=' + version;
    }
}
