package dev.sluice.edge.waf.match;

import java.util.HashMap;
import java.util.Map;

/**
 * What a byte is, and whether two may be the pair of a literal: each byte that begins a pair has a bit of its own, as long as
 * there are any, which stands for it in one table and for all that may follow it in the other.
 */
final class Pairs {
    /** The bits of {@link Literals}'s constants. */
    static final int KINDS = (1 << 6) - 1;

    private static final int FIRST_BIT = 6;
    private static final int BITS = Long.SIZE - FIRST_BIT;

    private final long[] first = new long[256];
    private final long[] second = new long[256];
    private final Map<Character, Integer> beginners = new HashMap<>();

    Pairs() {
        for (int b = 0; b < ' '; b++) {
            first[b] = Literals.ENCODED | Literals.SPACED;
        }
        mark("%&\\", Literals.ENCODED);
        mark("'\"`\\^", Literals.QUOTED);
        mark("+", Literals.PLUS);
        // A space of Latin-1, which is also the end of some letters in UTF-8.
        mark("\u00a0", Literals.SPACED);
        // Lead bytes of UTF-8 in which ASCII may hide: full-width forms, and sequences that are longer than need be.
        mark("\u00c0\u00c1\u00e0\u00ef\u00f0", Literals.ENCODED);
        add(' ', ' ');
        add('/', '*');
        add('*', '/');
    }

    private void mark(String bytes, int kind) {
        bytes.chars().forEach(b -> first[b] |= kind);
    }

    void add(char one, char other) {
        long bit = 1L << (FIRST_BIT + beginners.computeIfAbsent(one, _ -> beginners.size() % BITS));
        for (int b = 0; b < 256; b++) {
            first[b] |= lower(b) == one ? bit : 0;
            second[b] |= lower(b) == other ? bit : 0;
        }
    }

    static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    /** For each byte, its kinds and the bits of pairs that it begins. */
    long[] first() {
        return first;
    }

    /** For each byte, the bits of pairs that it ends. */
    long[] second() {
        return second;
    }
}
