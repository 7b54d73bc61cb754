package dev.sluice.command.price;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The latest of each key's versions: an older one never replaces a newer one. */
final class Latest<T> {

    private record Entry<T>(long version, T value) {}

    private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

    void put(String key, long version, T value) {
        entries.merge(key, new Entry<>(version, value), (old, next) -> next.version >= old.version ? next : old);
    }

    void remove(String key) {
        entries.remove(key);
    }

    @Nullable
    T find(String key) {
        Entry<T> entry = entries.get(key);
        return entry == null ? null : entry.value;
    }
}
