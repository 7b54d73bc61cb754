package dev.sluice.query.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the page that follows, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next, Total total) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * How many match, on all pages together.
     *
     * @param relation {@code eq}: exactly so many; {@code gte}: at least so many, nobody counted further
     */
    public record Total(long value, String relation) {}

    public <R> Page<R> map(Function<? super T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next, total);
    }
}
