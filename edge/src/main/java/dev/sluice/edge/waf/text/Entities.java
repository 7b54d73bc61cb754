package dev.sluice.edge.waf.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Character references of HTML: the numeric ones, and the named ones of ASCII characters (HTML Living Standard, 13.5). */
final class Entities {
    static final int NONE = -1;

    private static final int LONGEST_NAME = 10;
    private static final int LAST = 0x10ffff;

    /** Each name with its character. */
    private static final String TABLE = """
            excl ! quot " num # dollar $ percnt % amp & apos ' lpar ( rpar ) ast * midast * plus + comma , period . sol /
            colon : semi ; lt < equals = gt > quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] hat ^ lowbar _
            grave ` lcub { lbrace { verbar | vert | rcub } rbrace }""";

    private static final Map<String, Integer> NAMED = named();

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>(Map.of("tab", 9, "newline", 10, "nbsp", 32));
        String[] words = TABLE.split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            named.put(words[i], words[i + 1].codePointAt(0));
        }
        return Map.copyOf(named);
    }

    /** The pairs of letters that a name begins with; few parameters in a query do. */
    private static final BitSet BEGINNINGS = beginnings();

    private static BitSet beginnings() {
        BitSet beginnings = new BitSet();
        NAMED.keySet().forEach(name -> beginnings.set(pair(name.charAt(0), name.charAt(1))));
        return beginnings;
    }

    private static int pair(int one, int other) {
        return (((one | 0x20) & 0xff) << 8) | ((other | 0x20) & 0xff);
    }

    private int end;

    /** Where the reference that was found ends. */
    int end() {
        return end;
    }

    /**
     * @param at behind the ampersand
     * @return the code point, or {@link #NONE}
     */
    int read(byte[] text, int at, int to) {
        return at < to && text[at] == '#' ? numeric(text, at + 1, to) : named(text, at, to);
    }

    private int numeric(byte[] text, int at, int to) {
        boolean hex = at < to && (text[at] | 0x20) == 'x';
        int radix = hex ? 16 : 10;
        int i = hex ? at + 1 : at;
        int first = i;
        int value = 0;
        for (; i < to && Character.digit(text[i], radix) >= 0; i++) {
            value = Math.min(value * radix + Character.digit(text[i], radix), LAST);
        }
        end = i < to && text[i] == ';' ? i + 1 : i;
        return i == first ? NONE : value;
    }

    /** Browsers do without the semicolon of the oldest names; attackers do so with all. */
    private int named(byte[] text, int at, int to) {
        if (at + 1 >= to || !BEGINNINGS.get(pair(text[at], text[at + 1]))) {
            return NONE;
        }
        StringBuilder name = new StringBuilder(LONGEST_NAME);
        int last = Math.min(to, at + LONGEST_NAME);
        int value = NONE;
        for (int i = at; i < last; i++) {
            int letter = text[i] | 0x20;
            if (letter < 'a' || letter > 'z') {
                break;
            }
            name.append((char) letter);
            Integer known = name.length() < 2 ? null : NAMED.get(name.toString());
            if (known != null) {
                value = known;
                end = i + 1;
            }
        }
        if (value != NONE && end < to && text[end] == ';') {
            end++;
        }
        return value;
    }
}
