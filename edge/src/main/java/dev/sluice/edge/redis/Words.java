package dev.sluice.edge.redis;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;

/** Commands in RESP: an array of bulk strings. */
final class Words {
    private static final int CRLF = '\r' << 8 | '\n';

    private Words() {}

    static ByteBuf encode(ByteBufAllocator alloc, String... words) {
        ByteBuf out = alloc.buffer();
        out.writeByte('*');
        number(out, words.length);
        for (String word : words) {
            out.writeByte('$');
            number(out, ByteBufUtil.utf8Bytes(word));
            ByteBufUtil.writeUtf8(out, word);
            out.writeShort(CRLF);
        }
        return out;
    }

    private static void number(ByteBuf out, int value) {
        ByteBufUtil.writeAscii(out, Integer.toString(value));
        out.writeShort(CRLF);
    }
}
