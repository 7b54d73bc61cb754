package dev.sluice.query.page;

import dev.sluice.query.request.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** @param cursor where the page before ended, null for the first page */
public record PageRequest(int limit, @Nullable String cursor) {
    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";
    public static final Set<String> PARAMETERS = Set.of(LIMIT, CURSOR);

    private static final int MOST = 100;
    private static final int DEFAULT = 20;

    public static PageRequest of(Parameters parameters) {
        return new PageRequest(parameters.between(LIMIT, 1, MOST, DEFAULT), parameters.one(CURSOR));
    }
}
