package dev.sluice.edge.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/** Writes the heads of answers. Belongs to one event loop. */
final class HeadWriter {
    private static final byte[] VERSION = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BLANK = {' '};
    private static final char LAST_OCTET = 0xff;
    private static final FastThreadLocal<HeadWriter> WRITERS = new FastThreadLocal<>() {
        @Override
        protected HeadWriter initialValue() {
            return new HeadWriter();
        }
    };

    private byte[] text = new byte[1024];
    private int length;

    private HeadWriter() {}

    /** @param room bytes that shall fit behind it */
    static ByteBuf head(ByteBufAllocator allocator, HttpResponse answer, int room) {
        HeadWriter writer = WRITERS.get();
        writer.write(answer);
        return allocator.directBuffer(writer.length + room).writeBytes(writer.text, 0, writer.length);
    }

    private void write(HttpResponse answer) {
        length = 0;
        status(answer.status());
        Iterator<Map.Entry<CharSequence, CharSequence>> fields =
                answer.headers().iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            add(field.getKey());
            add((byte) ':', (byte) ' ');
            add(field.getValue());
            add((byte) '\r', (byte) '\n');
        }
        add((byte) '\r', (byte) '\n');
    }

    private void status(HttpResponseStatus status) {
        add(VERSION);
        add(status.codeAsText());
        add(BLANK);
        add(status.reasonPhrase());
        add((byte) '\r', (byte) '\n');
    }

    private void add(CharSequence characters) {
        if (characters instanceof AsciiString ascii) {
            add(ascii.array(), ascii.arrayOffset(), ascii.length());
        } else {
            add(characters.toString());
        }
    }

    /** What does not fit into one byte becomes a question mark: nothing that was checked can turn into a line's end. */
    private void add(String characters) {
        int count = characters.length();
        makeRoom(count);
        for (int i = 0; i < count; i++) {
            char c = characters.charAt(i);
            text[length + i] = (byte) (c <= LAST_OCTET ? c : '?');
        }
        length += count;
    }

    private void add(byte[] bytes) {
        add(bytes, 0, bytes.length);
    }

    private void add(byte[] bytes, int from, int count) {
        makeRoom(count);
        System.arraycopy(bytes, from, text, length, count);
        length += count;
    }

    private void add(byte first, byte second) {
        makeRoom(2);
        text[length] = first;
        text[length + 1] = second;
        length += 2;
    }

    private void makeRoom(int count) {
        if (text.length - length < count) {
            text = Arrays.copyOf(text, 2 * text.length + count);
        }
    }
}
