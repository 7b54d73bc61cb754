package dev.sluice.edge.waf.text;

import dev.sluice.edge.waf.rules.Sign;
import java.util.Set;

/**
 * Takes off one layer of encoding, whichever it is: percent (RFC 3986) and its %uXXXX, HTML character references, the
 * escapes of scripts, full-width forms and overlong UTF-8. Looks at each byte once.
 */
final class Decoder {
    private static final int FULL_WIDTH_FIRST = 0xff01;
    private static final int FULL_WIDTH_LAST = 0xff5e;
    private static final int FULL_WIDTH_TO_ASCII = 0xff01 - '!';
    private static final int NO_ASCII = 0xbf;

    /** The bytes with which an encoding may begin. */
    private static final boolean[] TELLING = telling();

    private static boolean[] telling() {
        boolean[] telling = new boolean[256];
        "%&\\\u0000\u00ef\u00c0\u00c1\u00e0\u00f0".chars().forEach(b -> telling[b] = true);
        return telling;
    }

    private final Entities entities = new Entities();
    private final Set<Sign> signs;
    private byte[] in = {};
    private int to;
    private byte[] written = {};
    private int length;
    private boolean changed;
    private boolean more;

    /** @param signs gets what the decoding shows */
    Decoder(Set<Sign> signs) {
        this.signs = signs;
    }

    /** @return whether the output differs */
    boolean pass(byte[] text, int from, int end, boolean plusIsSpace, Bytes into) {
        in = text;
        to = end;
        written = into.room(end - from);
        length = 0;
        changed = false;
        more = false;
        int i = from;
        while (i < end) {
            int b = text[i] & 0xff;
            if (!TELLING[b] && (b != '+' || !plusIsSpace)) {
                written[length++] = text[i++];
                continue;
            }
            i = switch (b) {
                case '%' -> percent(i);
                case '&' -> entity(i);
                case '\\' -> escape(i);
                case '+' -> put(' ', i + 1);
                case 0 -> nul(i);
                case 0xef -> fullWidth(i);
                default -> overlong(i, b);
            };
        }
        into.length(length);
        return changed;
    }

    /** Whether the last pass wrote anything that a further one might decode. */
    boolean mayGoOn() {
        return more;
    }

    private int keep(int i) {
        write(in[i]);
        return i + 1;
    }

    /** Never more bytes than were read. */
    private void write(int b) {
        more |= TELLING[b & 0xff];
        written[length++] = (byte) b;
    }

    private int nul(int i) {
        signs.add(Sign.NUL);
        changed = true;
        return i + 1;
    }

    private int percent(int i) {
        if (i + 5 < to && (in[i + 1] | 0x20) == 'u') {
            int point = hex(i + 2, 4);
            if (point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST) {
                signs.add(Sign.FULL_WIDTH);
            }
            return point < 0 ? keep(i) : put(point, i + 6);
        }
        int value = i + 2 < to ? hex(i + 1, 2) : -1;
        return value < 0 ? keep(i) : put(value, i + 3);
    }

    private int entity(int i) {
        int point = entities.read(in, i + 1, to);
        return point == Entities.NONE ? keep(i) : put(point, entities.end());
    }

    /** The escapes of JavaScript that spell a character by its number. */
    private int escape(int i) {
        int kind = i + 1 < to ? in[i + 1] : 0;
        if (kind == 'u' && i + 2 < to && in[i + 2] == '{') {
            int close = i + 3;
            while (close < to && close < i + 10 && Character.digit(in[close], 16) >= 0) {
                close++;
            }
            int point = close < to && in[close] == '}' ? hex(i + 3, close - i - 3) : -1;
            return point < 0 ? keep(i) : put(point, close + 1);
        }
        int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        int point = digits > 0 && i + 1 + digits < to ? hex(i + 2, digits) : -1;
        if (point < 0) {
            return keep(i);
        }
        if (kind == 'u' && point < 128 && Character.isLetter(point)) {
            signs.add(Sign.ESCAPED_LETTER);
        }
        return put(point, i + 2 + digits);
    }

    private int fullWidth(int i) {
        if (i + 2 >= to) {
            return keep(i);
        }
        int point = 0xf000 | ((in[i + 1] & 0x3f) << 6) | (in[i + 2] & 0x3f);
        return point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST ? put(point, i + 3) : keep(i);
    }

    /** A sequence whose value a shorter one could say (RFC 3629, 3): a decoder must not take it, and some do. */
    private int overlong(int i, int lead) {
        int length = lead == 0xf0 ? 4 : lead == 0xe0 ? 3 : 2;
        if (i + length > to || (length > 2 && (in[i + 1] & 0xff) > (length == 3 ? 0x9f : 0x8f))) {
            return keep(i);
        }
        int point = length == 2 ? lead & 0x1f : 0;
        for (int k = 1; k < length; k++) {
            if ((in[i + k] & 0xc0) != 0x80) {
                return keep(i);
            }
            point = (point << 6) | (in[i + k] & 0x3f);
        }
        signs.add(Sign.OVERLONG);
        return put(point, i + length);
    }

    private int put(int point, int next) {
        changed = true;
        if (point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST) {
            write(point - FULL_WIDTH_TO_ASCII);
        } else {
            write(point < 256 ? point : NO_ASCII);
        }
        return next;
    }

    /** @return -1 where there are no such digits */
    private int hex(int at, int digits) {
        int value = digits == 0 ? -1 : 0;
        for (int i = at; i < at + digits && value >= 0; i++) {
            int digit = Character.digit(in[i], 16);
            value = digit < 0 ? -1 : value << 4 | digit;
        }
        return value;
    }
}
