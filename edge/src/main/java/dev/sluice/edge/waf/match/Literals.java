package dev.sluice.edge.waf.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;

/**
 * Finds all literals at once, whatever the case. Of each literal, the four bytes that are rarest in everyday text stand in a
 * small table of bits, which is asked at each byte of a text; so most texts are known to hold no literal after one pass that
 * depends on nothing but itself and stays within the first cache. Only where the four bytes are there, the few literals with
 * them are compared. Those shorter than that are told by two bytes.
 */
public final class Literals {
    /** There may be an encoding, and so another form of the text. */
    public static final int ENCODED = 1;
    /** A character with which shells and scripts break up words. */
    public static final int QUOTED = 1 << 1;
    /** Where a comment begins or ends. */
    public static final int STARRED = 1 << 2;
    /** A plus, which is a space in queries and forms. */
    public static final int PLUS = 1 << 3;
    /** White space other than single spaces. */
    public static final int SPACED = 1 << 4;
    /** A literal. */
    public static final int FOUND = 1 << 5;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** One bit a byte, which turns capitals into small letters, and some other pairs of characters into one. */
    private static final int FOLD = 0x20202020;

    /** Bits of a hash, for a table of 8 KB: one four bytes of a hundred that are no literal's are taken for one's. */
    private static final int HASH_BITS = 16;

    private static final int SPACES = ' ' | (' ' << 8);
    private static final int OPENS = '/' | ('*' << 8);
    private static final int CLOSES = '*' | ('/' << 8);

    private static final int SCATTER = 0x9e3779b1;
    private static final int LONG = 4;

    private final Pairs pairs;
    private final long[] bits = new long[(1 << HASH_BITS) / Long.SIZE];
    private final GramTable byPair;
    private final GramTable byWord;

    private Literals(List<List<String>> groups, Rarity rarity) {
        pairs = new Pairs();
        byPair = new GramTable();
        byWord = new GramTable();
        for (int group = 0; group < groups.size(); group++) {
            for (String literal : groups.get(group)) {
                add(literal, group, rarity);
            }
        }
    }

    /**
     * @param groups of literals in lower case and ASCII, of two characters or more
     * @param everyday what is often looked at; costs time, and no more, where it is not true
     */
    public static Literals of(List<List<String>> groups, Collection<String> everyday) {
        return new Literals(groups, new Rarity(everyday));
    }

    private void add(String literal, int group, Rarity rarity) {
        boolean isLong = literal.length() >= LONG;
        GramTable table = isLong ? byWord : byPair;
        int offset = rarity.rarest(literal, isLong ? LONG : 2, at -> table.size(gram(literal, at, isLong)));
        int gram = gram(literal, offset, isLong);
        table.add(gram, literal, offset, group);
        if (isLong) {
            int hash = hash(gram);
            bits[hash >>> 6] |= 1L << hash;
        } else {
            pairs.add(literal.charAt(offset), literal.charAt(offset + 1));
        }
    }

    private static int gram(String literal, int at, boolean isLong) {
        int gram = literal.charAt(at) | (literal.charAt(at + 1) << 8);
        return isLong
                ? gram | (literal.charAt(at + 2) << 16) | (literal.charAt(at + 3) << 24) | FOLD
                : gram | (FOLD & 0xffff);
    }

    private static int hash(int gram) {
        return (gram * SCATTER) >>> (Integer.SIZE - HASH_BITS);
    }

    /**
     * @param seen gets the bit of each group found
     * @return what the text holds, of the constants above
     */
    public int scan(byte[] text, int from, int to, long[] seen) {
        long[] first = pairs.first();
        long[] second = pairs.second();
        long kinds = 0;
        int last = to - LONG;
        int i = from;
        for (; i <= last; i++) {
            int word = (int) WORD.get(text, i);
            long kind = first[word & 0xff];
            kinds |= kind;
            int hash = hash(word | FOLD);
            if ((((bits[hash >>> 6] >>> hash) & 1) | (kind & second[(word >>> 8) & 0xff])) != 0) {
                kinds |= compare(text, i, from, to, seen);
            }
        }
        for (; i < to; i++) {
            long kind = first[text[i] & 0xff];
            kinds |= kind;
            if (i + 1 < to && (kind & second[text[i + 1] & 0xff]) != 0) {
                kinds |= compare(text, i, from, to, seen);
            }
        }
        return (int) kinds & Pairs.KINDS;
    }

    /** Out of the way of what runs at each byte. */
    private int compare(byte[] text, int at, int from, int to, long[] seen) {
        int pair = (text[at] & 0xff) | ((text[at + 1] & 0xff) << 8);
        boolean found = byPair.compare(pair | (FOLD & 0xffff), text, at, from, to, seen);
        if (at + LONG <= to) {
            found |= byWord.compare((int) WORD.get(text, at) | FOLD, text, at, from, to, seen);
        }
        int kind = kind(pair, text, at, from, to);
        return found ? kind | FOUND : kind;
    }

    private static int kind(int pair, byte[] text, int at, int from, int to) {
        return switch (pair) {
            case SPACES -> SPACED;
            case OPENS, CLOSES -> isAnyType(text, at, from, to) ? 0 : STARRED;
            default -> 0;
        };
    }

    /** The {@code *}{@code /*} of an Accept field, between commas, where it cannot part a word. */
    private static boolean isAnyType(byte[] text, int at, int from, int to) {
        int start = text[at] == '*' ? at : at - 1;
        return start >= from
                && start + 3 <= to
                && text[start] == '*'
                && text[start + 1] == '/'
                && text[start + 2] == '*'
                && (start == from
                        || text[start - 1] == ','
                        || (text[start - 1] == ' ' && start - 1 > from && text[start - 2] == ','))
                && (start + 3 == to || text[start + 3] == ',' || text[start + 3] == ';');
    }

    /** How many literals are compared at most at one byte of a text. */
    int mostCompared() {
        return byPair.longest() + byWord.longest();
    }
}
