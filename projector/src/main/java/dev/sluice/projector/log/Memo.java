package dev.sluice.projector.log;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was written last and is likely to be read again soon: a state, with the next fact. Comparing bytes costs a fraction of making an
 * object of them. The values must be immutable. Safe for many threads: at worst one forgets what another remembers.
 */
final class Memo<T> {
    /** A power of 2. With an order of 1 KB in each it is 12 MB. */
    private static final int SLOTS = 4096;

    private final AtomicReferenceArray<@Nullable Entry<T>> slots = new AtomicReferenceArray<>(SLOTS);

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Entry<T>(byte[] bytes, T value) {}

    /** Null where it is not known. */
    @Nullable
    T value(byte[] bytes) {
        Entry<T> entry = slots.get(slot(bytes));
        return entry != null && Arrays.equals(entry.bytes, bytes) ? entry.value : null;
    }

    void keep(byte[] bytes, T value) {
        slots.set(slot(bytes), new Entry<>(bytes, value));
    }

    private static int slot(byte[] bytes) {
        int hash = Arrays.hashCode(bytes);
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
