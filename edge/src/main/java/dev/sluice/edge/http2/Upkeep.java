package dev.sluice.edge.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.timeout.IdleStateEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection where nobody has use for it any more. Its codec says so with a GOAWAY and waits for the streams under way. */
final class Upkeep extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Http2FrameCodec codec;
    private final Object drained;

    Upkeep(Http2FrameCodec codec, Object drained) {
        this.codec = codec;
        this.drained = drained;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        boolean unused = event instanceof IdleStateEvent && codec.connection().numActiveStreams() == 0;
        if (unused || event.equals(drained)) {
            var _ = ctx.close();
        } else if (!(event instanceof IdleStateEvent)) {
            super.userEventTriggered(ctx, event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("Connection given up", cause);
        // What the client has broken of HTTP/2 the codec tells it, and closes.
        if (!(cause instanceof Http2Exception)) {
            var _ = ctx.close();
        }
    }
}
