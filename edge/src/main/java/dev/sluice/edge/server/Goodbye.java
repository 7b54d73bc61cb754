package dev.sluice.edge.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;

/** How a connection ends. */
final class Goodbye {

    private Goodbye() {}

    /**
     * Ends our half once everything is written, and leaves the rest to the client. Closing with unread input would reset
     * the connection, and the client might never see its answer.
     */
    static void say(ChannelHandlerContext ctx) {
        var _ = ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> {
            if (ctx.channel() instanceof DuplexChannel duplex) {
                var _ = duplex.shutdownOutput();
            } else {
                cut(ctx);
            }
        });
    }

    static void cut(ChannelHandlerContext ctx) {
        var _ = ctx.close();
    }
}
