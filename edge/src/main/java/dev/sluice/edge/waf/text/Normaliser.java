package dev.sluice.edge.waf.text;

import dev.sluice.edge.waf.rules.Sign;
import java.util.EnumSet;
import java.util.Set;

/**
 * The normal form of a text: decoded until nothing is left to decode, white space run together, and in lower case once it is
 * made a string. Beside it stand two readings for those who break up words: one without the comments of SQL and scripts, and one without quotes,
 * backslashes and carets, as a shell would see it. Each costs a bounded number of looks at each byte. Not thread-safe.
 */
public final class Normaliser {
    /** Nobody honest encodes more often. */
    private static final int MOST_LAYERS = 4;

    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final Decoder decoder = new Decoder(signs);
    private final Bytes one = new Bytes();
    private final Bytes other = new Bytes();
    private final Bytes folded = new Bytes();
    private final Bytes uncommented = new Bytes();
    private final Bytes bare = new Bytes();
    private long work;
    private boolean different;

    /** What the last text showed while it was decoded. */
    public Set<Sign> signs() {
        return signs;
    }

    /** Bytes looked at so far. */
    public long work() {
        return work;
    }

    /** The text with nothing left to decode. Good until the next call. */
    public Bytes decoded(byte[] text, int from, int to, boolean plusIsSpace) {
        signs.clear();
        work += to - from;
        Bytes decoded = one;
        boolean changed = decoder.pass(text, from, to, plusIsSpace, decoded);
        different = changed;
        for (int layer = 1; changed; layer++) {
            if (layer == MOST_LAYERS) {
                signs.add(Sign.DEEP_ENCODING);
                break;
            }
            if (!decoder.mayGoOn()) {
                break;
            }
            Bytes next = decoded == one ? other : one;
            work += decoded.length();
            changed = decoder.pass(decoded.array(), 0, decoded.length(), false, next);
            decoded = next;
        }
        return decoded;
    }

    /** Whether the last text that was decoded had anything to decode. */
    public boolean changed() {
        return different;
    }

    /** A copy of what had nothing to decode. Good until the next call. */
    public Bytes plain(byte[] text, int from, int to) {
        signs.clear();
        work += to - from;
        return one.set(text, from, to);
    }

    /** A run of white space becomes one space, or one line feed where it held a line's end. */
    public Bytes folded(Bytes text) {
        work += text.length();
        byte[] to = folded.room(text.length());
        int length = 0;
        byte[] bytes = text.array();
        int space = 0;
        for (int i = 0; i < text.length(); i++) {
            int b = bytes[i];
            if ((b >= 0 && b <= ' ') || b == (byte) 0xa0) {
                space = b == '\n' || b == '\r' || space == '\n' ? '\n' : ' ';
                continue;
            }
            if (space != 0) {
                to[length++] = (byte) space;
                space = 0;
            }
            to[length++] = (byte) b;
        }
        if (space != 0) {
            to[length++] = (byte) space;
        }
        folded.length(length);
        return folded;
    }

    /** Each comment is a space; what MySQL runs though it stands in a comment stays. */
    public Bytes withoutComments(Bytes normal) {
        work += normal.length();
        uncommented.clear();
        byte[] bytes = normal.array();
        int length = normal.length();
        int lastEnd = lastEnd(bytes, length);
        int i = 0;
        while (i < length) {
            if (bytes[i] == '*' && i + 1 < length && bytes[i + 1] == '/') {
                space();
                i += 2;
            } else if (bytes[i] == '/' && i + 1 < lastEnd && bytes[i + 1] == '*') {
                space();
                i = i + 2 < length && (bytes[i + 2] == '!' || bytes[i + 2] == '+')
                        ? afterVersion(bytes, i + 3, length)
                        : afterComment(bytes, i + 2);
            } else if (bytes[i] == ' ') {
                space();
                i++;
            } else {
                uncommented.add(bytes[i++]);
            }
        }
        return uncommented;
    }

    private void space() {
        if (uncommented.last() != ' ') {
            uncommented.add(' ');
        }
    }

    /** Where the last comment may end, so that no search for an end goes to the text's end in vain. */
    private static int lastEnd(byte[] bytes, int length) {
        for (int i = length - 2; i >= 2; i--) {
            if (bytes[i] == '*' && bytes[i + 1] == '/') {
                return i;
            }
        }
        return 0;
    }

    private static int afterVersion(byte[] bytes, int at, int length) {
        int i = at;
        while (i < length && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    private static int afterComment(byte[] bytes, int at) {
        int i = at;
        while (bytes[i] != '*' || bytes[i + 1] != '/') {
            i++;
        }
        return i + 2;
    }

    public Bytes withoutQuotes(Bytes text) {
        work += text.length();
        byte[] to = bare.room(text.length());
        int length = 0;
        byte[] bytes = text.array();
        for (int i = 0; i < text.length(); i++) {
            switch (bytes[i]) {
                case '\'', '"', '`', '\\', '^' -> {}
                default -> to[length++] = bytes[i];
            }
        }
        bare.length(length);
        return bare;
    }
}
