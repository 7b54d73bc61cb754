package dev.sluice.edge.http1;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the head of a request: its first line and its fields. Used again and again by one event loop. */
final class Head {
    private static final byte[] VERSION = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_LENGTH = "HTTP/1.1".length();
    private static final int LONGEST_METHOD = 32;

    private final int mostOfLine;
    private final Fields fields;
    private HttpMethod method = HttpMethod.GET;
    private String target = "";
    private HttpVersion version = HttpVersion.HTTP_1_1;

    /**
     * @param mostOfLine bytes that the first line may have
     * @param mostOfFields bytes that all fields may have
     */
    Head(int mostOfLine, int mostOfFields) {
        this.mostOfLine = mostOfLine;
        this.fields = new Fields(mostOfFields);
    }

    /** @return where the body begins, or {@link Fields#INCOMPLETE} */
    int read(byte[] bytes, int from, int to) {
        int line = line(bytes, from, to);
        int read = (line == Fields.INCOMPLETE ? to : line) - from;
        if (read > mostOfLine) {
            throw Unsound.lineTooLong(mostOfLine);
        }
        if (line == Fields.INCOMPLETE) {
            return line;
        }
        int body = fields.read(bytes, line, to);
        if (body != Fields.INCOMPLETE && fields.chunked() && version.equals(HttpVersion.HTTP_1_0)) {
            throw Unsound.of("HTTP/1.0 has no Transfer-Encoding");
        }
        return body;
    }

    HttpMethod method() {
        return method;
    }

    String target() {
        return target;
    }

    HttpVersion version() {
        return version;
    }

    Fields fields() {
        return fields;
    }

    private int line(byte[] bytes, int from, int to) {
        int afterMethod = Octets.endOfToken(bytes, from, Math.min(to, from + LONGEST_METHOD));
        if (afterMethod == to) {
            return Fields.INCOMPLETE;
        }
        if (afterMethod == from || bytes[afterMethod] != ' ') {
            throw Unsound.of("a request begins with its method and one blank");
        }
        int afterTarget = Octets.endOfTarget(bytes, afterMethod + 1, to);
        if (afterTarget == to) {
            return Fields.INCOMPLETE;
        }
        if (afterTarget == afterMethod + 1 || bytes[afterTarget] != ' ') {
            throw Unsound.of("after the method come the target, which has no blanks, one blank and the version");
        }
        int afterVersion = Octets.endOfTarget(bytes, afterTarget + 1, to);
        int next = Fields.lineEnd(bytes, afterVersion, to, "the request line ends after the version");
        if (next != Fields.INCOMPLETE) {
            version = version(bytes, afterTarget + 1, afterVersion);
            method = method(bytes, from, afterMethod);
            target = new String(bytes, afterMethod + 1, afterTarget - afterMethod - 1, StandardCharsets.ISO_8859_1);
        }
        return next;
    }

    private static HttpMethod method(byte[] bytes, int from, int to) {
        if (to - from == 3 && bytes[from] == 'G' && bytes[from + 1] == 'E' && bytes[from + 2] == 'T') {
            return HttpMethod.GET;
        }
        return HttpMethod.valueOf(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    private static HttpVersion version(byte[] bytes, int from, int to) {
        if (to - from != VERSION_LENGTH) {
            throw Unsound.of("the version is HTTP/1.1");
        }
        int major = bytes[from + VERSION.length];
        int minor = bytes[from + VERSION.length + 2];
        if (!Arrays.equals(VERSION, 0, VERSION.length, bytes, from, from + VERSION.length)
                || !isDigit(major)
                || bytes[from + VERSION.length + 1] != '.'
                || !isDigit(minor)) {
            throw Unsound.of("the version is HTTP/1.1");
        }
        if (major != '1' || minor > '1') {
            throw Unsound.unknownVersion();
        }
        return minor == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0;
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }
}
