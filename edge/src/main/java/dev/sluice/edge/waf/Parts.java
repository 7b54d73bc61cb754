package dev.sluice.edge.waf;

import dev.sluice.edge.waf.rules.Sign;
import dev.sluice.edge.waf.rules.Target;

/** Takes apart what holds names and values: queries, forms and cookies. */
final class Parts {
    private static final int MOST_ARGUMENTS = 255;
    private static final int LONGEST_NAME = 100;

    private Parts() {}

    /** {@code name=value&name=value}, as a query or a form has it. */
    static void pairs(Inspector inspector, Target target, byte[] text, int from, int to) {
        int pairs = 0;
        for (int start = from; start <= to; pairs++) {
            int end = find(text, '&', start, to);
            int equals = find(text, '=', start, end);
            inspector.text(target, text, start, equals, true);
            if (equals < end) {
                inspector.text(target, text, equals + 1, end, true);
            }
            if (equals - start > LONGEST_NAME && equals < end) {
                inspector.sign(Sign.LONG_NAME);
            }
            start = end + 1;
        }
        if (pairs > MOST_ARGUMENTS) {
            inspector.sign(Sign.MANY_ARGUMENTS);
        }
    }

    /** {@code name=value; name=value} (RFC 6265). */
    static void cookies(Inspector inspector, byte[] text, int to) {
        for (int start = 0; start <= to; ) {
            int end = find(text, ';', start, to);
            int equals = find(text, '=', start, end);
            int name = start;
            while (name < equals && text[name] == ' ') {
                name++;
            }
            inspector.text(Target.COOKIE, text, name, equals);
            if (equals < end) {
                inspector.text(Target.COOKIE, text, equals + 1, end);
            }
            start = end + 1;
        }
    }

    /** @return {@code to} where it is not there */
    static int find(byte[] text, char wanted, int from, int to) {
        int i = from;
        while (i < to && text[i] != wanted) {
            i++;
        }
        return i;
    }
}
