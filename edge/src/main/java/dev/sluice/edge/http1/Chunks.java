package dev.sluice.edge.http1;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a body that comes in chunks (RFC 9112, 7.1). Extensions and trailers are checked, and dropped: nothing here asks for them. */
final class Chunks {
    /** More than any body may have. */
    private static final int MOST_DIGITS = 7;

    private final int mostOfLine;
    private Part next = Part.SIZE;
    private long left;

    /** @param mostOfLine bytes that a chunk's size and its extensions may have together */
    Chunks(int mostOfLine) {
        this.mostOfLine = mostOfLine;
    }

    private enum Part {
        SIZE,
        DATA,
        DATA_END,
        TRAILERS
    }

    /**
     * Reads one part of a chunk.
     *
     * @param trailers read by these
     * @return where the next begins; {@code from} where bytes are missing
     */
    int read(byte[] bytes, int from, int to, Fields trailers, Consumer<HttpObject> out) {
        return switch (next) {
            case SIZE -> size(bytes, from, to);
            case DATA -> data(bytes, from, to, out);
            case DATA_END -> dataEnd(bytes, from, to);
            case TRAILERS -> trailers(bytes, from, to, trailers, out);
        };
    }

    /** Whether the last has been read, and the next body can begin. */
    boolean ended() {
        return next == Part.SIZE && left < 0;
    }

    void begin() {
        next = Part.SIZE;
        left = 0;
    }

    private int size(byte[] bytes, int from, int to) {
        long size = 0;
        int at = from;
        for (int digit; at < to && (digit = Character.digit(bytes[at], 16)) >= 0; at++) {
            if (at - from == MOST_DIGITS) {
                throw Unsound.of("a chunk's size has up to " + MOST_DIGITS + " digits");
            }
            size = 16 * size + digit;
        }
        if (at < to && at == from) {
            throw Unsound.of("a chunk begins with its size in hexadecimal digits");
        }
        int line = Fields.lineEnd(
                bytes, extensions(bytes, at, to), to, "a chunk's size is followed by CR LF or by extensions");
        if ((line == Fields.INCOMPLETE ? to : line) - from > mostOfLine) {
            throw Unsound.lineTooLong(mostOfLine);
        }
        if (line == Fields.INCOMPLETE) {
            return from;
        }
        left = size;
        next = size == 0 ? Part.TRAILERS : Part.DATA;
        return line;
    }

    /** The end of {@code ;name=value;name}; values in quotes, which nobody sends, are not taken. */
    private static int extensions(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ';') {
            at = token(bytes, at + 1, to);
            if (at < to && bytes[at] == '=') {
                at = token(bytes, at + 1, to);
            }
        }
        return at;
    }

    private static int token(byte[] bytes, int from, int to) {
        int end = Octets.endOfToken(bytes, from, to);
        if (end == from && end < to) {
            throw Unsound.of("a chunk's extension is ;name or ;name=value");
        }
        return end;
    }

    private int data(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        int end = (int) Math.min(to, from + left);
        left -= end - from;
        out.accept(new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, end))));
        if (left == 0) {
            next = Part.DATA_END;
        }
        return end;
    }

    private int dataEnd(byte[] bytes, int from, int to) {
        int end = Fields.lineEnd(bytes, from, to, "a chunk ends where its size says, with CR LF");
        if (end == Fields.INCOMPLETE) {
            return from;
        }
        next = Part.SIZE;
        return end;
    }

    private int trailers(byte[] bytes, int from, int to, Fields trailers, Consumer<HttpObject> out) {
        int end = trailers.read(bytes, from, to);
        if (end == Fields.INCOMPLETE) {
            return from;
        }
        next = Part.SIZE;
        left = -1;
        out.accept(LastHttpContent.EMPTY_LAST_CONTENT);
        return end;
    }
}
