package dev.sluice.edge.waf.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds all literals at once, whatever the case, at one table look-up a byte (Aho and Corasick, Efficient string matching,
 * CACM 18/6, 1975, with the failure links folded into the table). Its answer is the groups of which a literal is in the
 * text, and what kinds of bytes the text holds.
 */
public final class Automaton {
    /** There may be an encoding, and so another form of the text. */
    public static final int ENCODED = 1;
    /** A character with which shells and scripts break up words. */
    public static final int QUOTED = 1 << 1;
    /** A star, and so perhaps a comment. */
    public static final int STARRED = 1 << 2;
    /** A plus, which is a space in queries and forms. */
    public static final int PLUS = 1 << 3;
    /** White space other than single spaces. */
    public static final int SPACED = 1 << 4;
    /** A literal. */
    public static final int FOUND = 1 << 5;

    private static final int SPACE = 1 << 8;
    private static final int SPACE_TO_SPACED = 4;
    private static final short[] KINDS = kinds();

    private final byte[] classes;
    private final int[] next;
    private final int width;
    private final int firstEnd;
    private final int[][] groups;

    private Automaton(List<Trie> nodes, int ends, byte[] classes, int width) {
        this.classes = classes;
        this.width = width;
        this.firstEnd = (nodes.size() - ends) * width;
        this.next = new int[nodes.size() * width];
        this.groups = new int[ends][];
        for (int n = 0; n < nodes.size(); n++) {
            Trie node = nodes.get(n);
            for (int b = 0; b < Trie.ALPHABET; b++) {
                next[n * width + classes[b]] = node.step(Trie.fold(b)).number() * width;
            }
            if (n * width >= firstEnd) {
                groups[n - firstEnd / width] = node.groups();
            }
        }
    }

    /** @param groups of literals in lower case and ASCII */
    public static Automaton of(List<List<String>> groups) {
        List<Trie> all = new ArrayList<>();
        List<Trie> ends = new ArrayList<>();
        Trie.of(groups).forEach(node -> (node.groups().length == 0 ? all : ends).add(node));
        all.addAll(ends);
        for (int n = 0; n < all.size(); n++) {
            all.get(n).number(n);
        }
        byte[] classes = new byte[256];
        int width = 1;
        for (int b = 0; b < Trie.ALPHABET; b++) {
            char c = (char) b;
            if (groups.stream().flatMap(List::stream).anyMatch(literal -> literal.indexOf(c) >= 0)) {
                classes[b] = (byte) width++;
            }
        }
        for (int b = 'A'; b <= 'Z'; b++) {
            classes[b] = classes[Trie.fold(b)];
        }
        return new Automaton(all, ends.size(), classes, width);
    }

    /**
     * @param seen gets the bit of each group found
     * @return what the text holds, of the constants above
     */
    public int scan(byte[] text, int from, int to, long[] seen) {
        int state = 0;
        int kinds = 0;
        int previous = 0;
        for (int i = from; i < to; i++) {
            int b = text[i] & 0xff;
            state = next[state + classes[b]];
            int kind = KINDS[b];
            kinds |= kind | (kind & previous & SPACE) >> SPACE_TO_SPACED;
            previous = kind;
            if (state >= firstEnd) {
                kinds |= FOUND;
                for (int group : groups[(state - firstEnd) / width]) {
                    seen[group >> 6] |= 1L << group;
                }
            }
        }
        return kinds;
    }

    private static short[] kinds() {
        short[] kinds = new short[256];
        for (int b = 0; b < ' '; b++) {
            kinds[b] = ENCODED | SPACED;
        }
        mark(kinds, "%&\\", ENCODED);
        mark(kinds, "'\"`\\^", QUOTED);
        mark(kinds, "*", STARRED);
        mark(kinds, "+", PLUS);
        mark(kinds, " ", SPACE);
        // Lead bytes of UTF-8 in which ASCII may hide: full-width forms, and sequences that are longer than need be.
        mark(kinds, "\u00c0\u00c1\u00e0\u00ef\u00f0", ENCODED);
        return kinds;
    }

    private static void mark(short[] kinds, String bytes, int kind) {
        bytes.chars().forEach(b -> kinds[b] |= (short) kind);
    }
}
