package dev.sluice.edge.http1;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads header fields. Stricter than RFC 9112 must be, in whatever two readers have been seen to take in two ways: no folding, no lone
 * line feed, no blank before the colon, one length or one coding.
 */
final class Fields {
    /** Of one request. */
    static final int MOST = 128;

    static final int INCOMPLETE = -1;
    private static final int MOST_DIGITS = 18;
    private static final String CHUNKED = "chunked";

    private final int mostBytes;
    private final CharSequence[] namesAndValues = new CharSequence[2 * MOST];
    private int count;
    private long length;
    private boolean chunked;

    /** @param mostBytes of all of them */
    Fields(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Reads up to the empty line.
     *
     * @return where what follows begins, or {@link #INCOMPLETE}
     */
    int read(byte[] bytes, int from, int to) {
        count = 0;
        length = -1;
        chunked = false;
        int at = from;
        while (true) {
            int next = line(bytes, at, to);
            int read = (next == INCOMPLETE ? to : next) - from;
            if (read > mostBytes || count > MOST) {
                throw Unsound.fieldsTooLarge(mostBytes);
            }
            if (next == INCOMPLETE) {
                return INCOMPLETE;
            }
            if (next == at + 2) {
                return next;
            }
            at = next;
        }
    }

    HttpHeaders taken() {
        return new ReadOnlyHttpHeaders(false, Arrays.copyOf(namesAndValues, 2 * count));
    }

    /** Bytes of the body that was announced; negative where none was. */
    long length() {
        return length;
    }

    boolean chunked() {
        return chunked;
    }

    /** One field, or the empty line. */
    private int line(byte[] bytes, int from, int to) {
        int colon = Octets.endOfToken(bytes, from, to);
        if (colon == to) {
            return INCOMPLETE;
        }
        if (colon == from) {
            return lineEnd(
                    bytes, from, to, "a header field begins with its name, and none is continued on a next line");
        }
        if (bytes[colon] != ':') {
            throw Unsound.of("a header field's name is a token, and its colon follows at once");
        }
        int value = colon + 1;
        while (value < to && Octets.isBlank(bytes[value])) {
            value++;
        }
        int end = Octets.endOfValue(bytes, value, to);
        int next = lineEnd(bytes, end, to, "a header field has a character that none may have");
        if (next != INCOMPLETE) {
            while (end > value && Octets.isBlank(bytes[end - 1])) {
                end--;
            }
            field(Names.of(bytes, from, colon), bytes, value, end);
        }
        return next;
    }

    /** Past the CRLF that must be there. */
    static int lineEnd(byte[] bytes, int at, int to, String otherwise) {
        if (at == to) {
            return INCOMPLETE;
        }
        if (bytes[at] != '\r') {
            throw Unsound.of(bytes[at] == '\n' ? "a line ends with CR LF, not with LF alone" : otherwise);
        }
        if (at + 1 == to) {
            return INCOMPLETE;
        }
        if (bytes[at + 1] != '\n') {
            throw Unsound.of("a CR is followed by LF");
        }
        return at + 2;
    }

    private void field(AsciiString name, byte[] bytes, int from, int to) {
        if (count == MOST) {
            count++;
            return;
        }
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)) {
            length(bytes, from, to);
        } else if (HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
            coding(bytes, from, to);
        }
        namesAndValues[2 * count] = name;
        namesAndValues[2 * count + 1] = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        count++;
    }

    private void length(byte[] bytes, int from, int to) {
        if (length >= 0 || chunked) {
            throw Unsound.of("there is one Content-Length, or one Transfer-Encoding");
        }
        if (from == to || to - from > MOST_DIGITS) {
            throw Unsound.of("Content-Length is a number of bytes");
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw Unsound.of("Content-Length is a number of bytes");
            }
            number = 10 * number + digit;
        }
        length = number;
    }

    private void coding(byte[] bytes, int from, int to) {
        if (length >= 0 || chunked) {
            throw Unsound.of("there is one Content-Length, or one Transfer-Encoding");
        }
        String coding = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!coding.equalsIgnoreCase(CHUNKED)) {
            List<String> codings =
                    Arrays.stream(coding.split(",", -1)).map(String::strip).toList();
            long chunks = codings.stream().filter(CHUNKED::equalsIgnoreCase).count();
            boolean last = codings.getLast().equalsIgnoreCase(CHUNKED);
            throw chunks == 1 && last ? Unsound.unknownCoding() : Unsound.of("the last Transfer-Encoding is chunked");
        }
        chunked = true;
    }
}
