package dev.sluice.edge.server;

import dev.sluice.edge.exchange.Account;
import dev.sluice.edge.http.Client;
import dev.sluice.edge.http.Outlet;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** The body of the answer that a connection is giving. */
final class StreamOutlet implements Outlet {
    private final ChannelHandlerContext ctx;
    private final Client client;
    private final Account account;
    private final Runnable onEnd;
    private @Nullable Runnable onWritable;
    private boolean ended;

    StreamOutlet(ChannelHandlerContext ctx, Client client, Account account, Runnable onEnd) {
        this.ctx = ctx;
        this.client = client;
        this.account = account;
        this.onEnd = onEnd;
    }

    @Override
    public EventLoop loop() {
        return ctx.channel().eventLoop();
    }

    @Override
    public boolean writable() {
        return ctx.channel().isWritable();
    }

    @Override
    public void write(ByteBuf bytes) {
        if (ended) {
            bytes.release();
        } else {
            account.sent(bytes.readableBytes());
            var _ = ctx.writeAndFlush(new DefaultHttpContent(bytes), ctx.voidPromise());
        }
    }

    @Override
    public void whenWritable(Runnable then) {
        onWritable = then;
    }

    void turnedWritable() {
        Runnable then = onWritable;
        onWritable = null;
        if (then != null) {
            then.run();
        }
    }

    @Override
    public void whenGone(Runnable then) {
        client.whenGone(then);
    }

    @Override
    public void end() {
        if (!ended) {
            ended = true;
            var _ = ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, ctx.voidPromise());
            onEnd.run();
        }
    }

    @Override
    public void abort() {
        if (!ended) {
            ended = true;
            // With a reset: to a client of HTTP/1.0, an orderly end of the connection is the end of the body.
            ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            var _ = ctx.close();
        }
    }
}
