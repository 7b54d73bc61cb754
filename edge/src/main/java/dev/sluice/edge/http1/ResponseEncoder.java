package dev.sluice.edge.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;

/**
 * The answers of one connection as bytes. What is in one message leaves in one buffer, unless it is long. Whoever answers to HEAD gives no
 * content, and whoever says that a body is chunked may give it in parts.
 */
public final class ResponseEncoder extends ChannelOutboundHandlerAdapter {
    /** Longer ones are cheaper to send from where they are than to copy. */
    private static final int LONG = 32 * 1024;

    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END_AND_LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private boolean chunked;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Object encoded = switch (message) {
            case FullHttpResponse answer -> whole(ctx, answer);
            case HttpResponse head -> {
                chunked = HttpUtil.isTransferEncodingChunked(head);
                yield HeadWriter.head(ctx.alloc(), head, 0);
            }
            case HttpContent part -> chunked ? chunk(part) : part.content();
            default -> message;
        };
        var _ = ctx.write(encoded, promise);
    }

    private static ByteBuf whole(ChannelHandlerContext ctx, FullHttpResponse answer) {
        ByteBuf body = answer.content();
        int length = body.readableBytes();
        if (length > LONG) {
            return Unpooled.wrappedBuffer(HeadWriter.head(ctx.alloc(), answer, 0), body);
        }
        ByteBuf all = HeadWriter.head(ctx.alloc(), answer, length).writeBytes(body);
        body.release();
        return all;
    }

    private static ByteBuf chunk(HttpContent part) {
        ByteBuf body = part.content();
        boolean last = part instanceof LastHttpContent;
        if (!body.isReadable()) {
            body.release();
            return last ? Unpooled.wrappedBuffer(LAST_CHUNK) : Unpooled.EMPTY_BUFFER;
        }
        String size = Integer.toHexString(body.readableBytes()) + "\r\n";
        return Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(size.getBytes(StandardCharsets.US_ASCII)),
                body,
                Unpooled.wrappedBuffer(last ? LINE_END_AND_LAST_CHUNK : LINE_END));
    }
}
