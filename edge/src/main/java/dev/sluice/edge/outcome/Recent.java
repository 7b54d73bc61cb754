package dev.sluice.edge.outcome;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.edge.document.Document;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What this edge accepted lately, with the newest view that came by since: a client that comes back to it never sees less
 * than it was told, however far behind Redis is.
 */
final class Recent {
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Characters of all views together. */
    private static final long WEIGHT = 16L * 1024 * 1024;

    private static final int OVERHEAD = 300;

    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(WEIGHT)
            .weigher(Recent::weight)
            .expireAfterWrite(KEPT)
            .build();

    /** @param document null until a view came by */
    record Entry(Marker marker, @Nullable Document document) {}

    void accepted(String id, Marker marker) {
        entries.asMap().putIfAbsent(id, new Entry(marker, null));
    }

    boolean knows(String id) {
        return entries.getIfPresent(id) != null;
    }

    void seen(String id, Document document) {
        entries.asMap()
                .computeIfPresent(id, (_, entry) -> new Entry(entry.marker(), newer(entry.document(), document)));
    }

    @Nullable
    Entry find(String id) {
        return entries.getIfPresent(id);
    }

    static @Nullable Document newer(@Nullable Document one, @Nullable Document other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.version() >= other.version() ? one : other;
    }

    private static int weight(String id, Entry entry) {
        Document document = entry.document();
        return OVERHEAD + id.length() + (document == null ? 0 : document.json().length());
    }
}
