package dev.sluice.edge.server;

import dev.sluice.edge.http.Answer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** Writes heads and whole answers. */
final class Answers {
    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("X-Content-Type-Options");
    private static final AsciiString NO_SNIFF = AsciiString.cached("nosniff");

    private final HttpDate date;

    Answers(HttpDate date) {
        this.date = date;
    }

    /** Tells a client that waits for leave that it may send its body. */
    static void goOn(ChannelHandlerContext ctx) {
        var _ = ctx.writeAndFlush(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER),
                ctx.voidPromise());
    }

    /** @param bodyless where the client wants to know of the body, and not to have it */
    void whole(ChannelHandlerContext ctx, Answer answer, HttpVersion client, boolean keepAlive, boolean bodyless) {
        HttpHeaders headers = head(answer, client, keepAlive);
        byte[] body = answer.body();
        if (mayHaveBody(answer.status())) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        var _ = ctx.writeAndFlush(
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        answer.status(),
                        bodyless ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body),
                        headers,
                        EmptyHttpHeaders.INSTANCE),
                ctx.voidPromise());
    }

    /** Only the head of an answer whose body follows. An HTTP/1.0 client knows no chunks: the connection's end is the body's. */
    void head(ChannelHandlerContext ctx, Answer answer, HttpVersion client, boolean keepAlive, boolean bodyless) {
        HttpHeaders headers = head(answer, client, keepAlive);
        if (!bodyless && delimited(answer, client) && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        var _ = ctx.writeAndFlush(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, answer.status(), headers), ctx.voidPromise());
    }

    /** Whether the client can tell where a streamed body ends before the connection does. */
    static boolean delimited(Answer answer, HttpVersion client) {
        return client.equals(HttpVersion.HTTP_1_1) || answer.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    }

    private HttpHeaders head(Answer answer, HttpVersion client, boolean keepAlive) {
        HttpHeaders headers = answer.headers();
        headers.set(HttpHeaderNames.DATE, date.now());
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (client.equals(HttpVersion.HTTP_1_0)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return headers;
    }

    private static boolean mayHaveBody(HttpResponseStatus status) {
        return !status.equals(HttpResponseStatus.NO_CONTENT) && !status.equals(HttpResponseStatus.NOT_MODIFIED);
    }
}
