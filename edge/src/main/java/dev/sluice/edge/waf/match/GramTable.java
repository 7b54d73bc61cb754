package dev.sluice.edge.waf.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The literals by the few bytes that each is told by. Filled once, then only asked. */
final class GramTable {
    private static final int SLOT_BITS = 11;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SCATTER = 0x85ebca6b;

    private final @Nullable Literal[] slots = new Literal[SLOTS];

    /**
     * @param gram which it is told by
     * @param bytes in lower case
     * @param offset of the gram in it
     * @param next that shares the slot
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Literal(
            int gram,
            byte[] bytes,
            int offset,
            int group,
            @Nullable Literal next) {
        boolean isAround(byte[] text, int at, int from, int to) {
            int start = at - offset;
            if (start < from || start + bytes.length > to) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (Pairs.lower(text[start + i]) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static int slot(int gram) {
        return (gram * SCATTER) >>> (Integer.SIZE - SLOT_BITS);
    }

    void add(int gram, String literal, int offset, int group) {
        byte[] bytes = literal.getBytes(StandardCharsets.US_ASCII);
        slots[slot(gram)] = new Literal(gram, bytes, offset, group, slots[slot(gram)]);
    }

    /** @return whether a literal that has this gram is there, around it */
    boolean compare(int gram, byte[] text, int at, int from, int to, long[] seen) {
        boolean found = false;
        for (Literal one = slots[slot(gram)]; one != null; one = one.next) {
            if (one.gram == gram && one.isAround(text, at, from, to)) {
                seen[one.group >> 6] |= 1L << one.group;
                found = true;
            }
        }
        return found;
    }

    /** How many literals are told by this gram. */
    int size(int gram) {
        return (int) chain(slots[slot(gram)]).filter(one -> one.gram == gram).count();
    }

    /** The longest that {@link #compare} may take, in literals. */
    int longest() {
        return Arrays.stream(slots)
                .mapToInt(slot -> (int) chain(slot).count())
                .max()
                .orElse(0);
    }

    private static Stream<Literal> chain(@Nullable Literal first) {
        return Stream.iterate(first, Objects::nonNull, one -> one == null ? null : one.next)
                .map(Objects::requireNonNull);
    }
}
