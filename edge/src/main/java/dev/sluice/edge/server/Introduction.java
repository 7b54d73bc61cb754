package dev.sluice.edge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first bytes of a connection without TLS, whether they are the preface of HTTP/2 (RFC 9113, 3.3), and leaves it to
 * those who speak what the client speaks.
 */
final class Introduction extends ChannelInboundHandlerAdapter {
    private static final ByteBuf PREFACE = Http2CodecUtil.connectionPrefaceBuf().asReadOnly();

    private final Protocols protocols;
    private final Duration idle;
    private @Nullable ByteBuf first;
    private @Nullable Future<?> patience;

    Introduction(Protocols protocols, Duration idle) {
        this.protocols = protocols;
        this.idle = idle;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        patience = ctx.executor().schedule(() -> Goodbye.cut(ctx), idle.toMillis(), TimeUnit.MILLISECONDS);
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = first == null
                ? (ByteBuf) message
                : ctx.alloc().buffer().writeBytes(first).writeBytes((ByteBuf) message);
        if (first != null) {
            first.release();
            ((ByteBuf) message).release();
            first = null;
        }
        int length = Math.min(bytes.readableBytes(), PREFACE.readableBytes());
        boolean alike = ByteBufUtil.equals(bytes, bytes.readerIndex(), PREFACE, PREFACE.readerIndex(), length);
        if (alike && length < PREFACE.readableBytes()) {
            first = bytes;
            ctx.read();
        } else {
            decide(ctx, bytes, alike);
        }
    }

    private void decide(ChannelHandlerContext ctx, ByteBuf bytes, boolean http2) {
        if (patience != null) {
            patience.cancel(false);
        }
        if (http2) {
            protocols.http2(ctx.pipeline());
        } else {
            protocols.http1(ctx.pipeline());
        }
        ctx.fireChannelRead(bytes);
        ctx.pipeline().remove(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event.equals(Connection.DRAIN)) {
            Goodbye.cut(ctx);
        } else {
            super.userEventTriggered(ctx, event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (patience != null) {
            patience.cancel(false);
        }
        if (first != null) {
            first.release();
            first = null;
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Failures.log(cause);
        Goodbye.cut(ctx);
    }
}
