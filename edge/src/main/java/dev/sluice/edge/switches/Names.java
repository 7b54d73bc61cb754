package dev.sluice.edge.switches;

import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The switches that stand before a route: its own, that of its feature, and the one of all writing. */
final class Names {
    static final String READ_ONLY = "read-only";

    private static final Map<String, String> FEATURES = Map.of(
            "POST /orders", "new-orders",
            "POST /campaigns/{id}/grabs", "grabs",
            "POST /envelopes/{id}/parts", "grabs",
            "GET /products", "search");

    private Names() {}

    /** Empty for what must always be possible: the back office, where switches are lifted, and what asks after our health. */
    static List<String> of(HttpMethod method, String pattern) {
        if (pattern.isEmpty()
                || pattern.equals("/")
                || pattern.startsWith("/admin/")
                || pattern.startsWith("/health/")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        names.add(own(method, pattern));
        String feature = FEATURES.get(method.name() + " " + pattern);
        if (feature != null) {
            names.add(feature);
        }
        if (!method.equals(HttpMethod.GET)) {
            names.add(READ_ONLY);
        }
        return List.copyOf(names);
    }

    /** Such as {@code post-orders-id-cancellation}. */
    private static String own(HttpMethod method, String pattern) {
        String words = method.name() + pattern;
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }
}
