package dev.sluice.edge.server;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;

/**
 * What still comes from a client that was answered for the last time. It is read so that the client sees its answer instead of a
 * reset, but no more of it than an honest one may have had under way: who goes on regardless is cut.
 */
final class Leftover {
    private static final int MOST = 8 << 20;
    /** So that small parts, such as heads, count too. */
    private static final int EACH = 64;

    private int dropped;

    void drop(ChannelHandlerContext ctx, Object message) {
        dropped +=
                EACH + (message instanceof ByteBufHolder part ? part.content().readableBytes() : 0);
        ReferenceCountUtil.release(message);
        if (dropped > MOST) {
            Goodbye.cut(ctx);
        }
    }
}
