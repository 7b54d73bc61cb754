package dev.sluice.command.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.command.message.Weighty;
import dev.sluice.command.outbox.Partitions;
import java.util.Collection;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Live aggregates of the partitions that this process owns. The only writer is the context's own thread, so an entry is current
 * until a turn fails or a partition moves; both drop it.
 */
public final class AggregateCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /** @param maximumWeight in the unit of {@link Weighty} */
    public AggregateCache(long maximumWeight) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((_, value) -> weightOf(value))
                .executor(Runnable::run)
                .build();
    }

    private static int weightOf(Object value) {
        return aggregateIn(value) instanceof Weighty weighty ? weighty.weight() : 1;
    }

    private static @Nullable Object aggregateIn(@Nullable Object value) {
        return value instanceof AggregateCacheEntry<?> entry
                ? entry.recreateAggregate(null, null, null).getAggregateRoot()
                : null;
    }

    /** The aggregate itself, or null where it is not at hand. */
    @Nullable
    Object aggregate(String id) {
        return aggregateIn(entries.getIfPresent(id));
    }

    /** Drops the aggregates of partitions that now belong to somebody else. */
    public void release(Collection<Integer> partitions) {
        entries.asMap().keySet().removeIf(key -> partitions.contains(Partitions.of((String) key)));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Axon asks for null on a miss
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to the aggregate cache");
    }
}
