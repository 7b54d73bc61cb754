package dev.sluice.edge.server;

import dev.sluice.edge.routing.Router;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;

/** A request whose head is known and whose body is still coming. */
final class Incoming {
    private final HttpRequest head;
    private final Router.Match match;
    private final ByteBuf body;

    Incoming(ChannelHandlerContext ctx, HttpRequest head, Router.Match match) {
        this.head = head;
        this.match = match;
        this.body = ctx.alloc().buffer(0);
    }

    HttpRequest head() {
        return head;
    }

    Router.Match match() {
        return match;
    }

    /** Throws a 413. */
    void add(ByteBuf part) {
        int limit = match.route().bodyLimit();
        if (part.readableBytes() > limit - body.readableBytes()) {
            throw Malformed.tooLarge(limit);
        }
        body.writeBytes(part);
    }

    /** The body so far; call it once, instead of {@link #drop}. */
    byte[] take() {
        byte[] bytes = ByteBufUtil.getBytes(body);
        body.release();
        return bytes;
    }

    void drop() {
        body.release();
    }
}
