package dev.sluice.query.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the page that follows, null on the last one
 * @param facets by the parameter that narrows the list down to one of its values; null where none was asked for
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        Total total,
        @Nullable Map<String, List<Count>> facets) {

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, @Nullable String next, Total total) {
        this(items, next, total, null);
    }

    /**
     * How many match, on all pages together.
     *
     * @param relation {@code eq}: exactly so many; {@code gte}: at least so many, nobody counted further
     */
    public record Total(long value, String relation) {
        public static Total exactly(long value) {
            return new Total(value, "eq");
        }

        public static Total atLeast(long value) {
            return new Total(value, "gte");
        }
    }

    /** How many of the list have the value. */
    public record Count(String value, long count) {}

    public Page<T> with(Map<String, List<Count>> counted) {
        return new Page<>(items, next, total, counted);
    }

    public <R> Page<R> map(Function<? super T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next, total, facets);
    }
}
