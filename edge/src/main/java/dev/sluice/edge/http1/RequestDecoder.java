package dev.sluice.edge.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;

/** The requests of one connection, as {@link io.netty.handler.codec.http.HttpObject}s. */
public final class RequestDecoder extends ChannelInboundHandlerAdapter {
    private static final byte[] NOTHING = {};
    /** Of the event loop. Nothing is left in it between reads. */
    private static final FastThreadLocal<byte[]> DESK = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return new byte[32 * 1024];
        }
    };

    private final RequestReader reader;
    private byte[] rest = NOTHING;

    /**
     * @param mostOfLine bytes that a request's first line may have; a longer one is 414
     * @param mostOfFields bytes that its header fields may have; more is 431
     */
    public RequestDecoder(int mostOfLine, int mostOfFields) {
        this.reader = new RequestReader(mostOfLine, mostOfFields);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf more) {
            read(ctx, more);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void read(ChannelHandlerContext ctx, ByteBuf more) {
        int length = rest.length + more.readableBytes();
        byte[] desk = DESK.get();
        byte[] bytes = length <= desk.length ? desk : new byte[length];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        more.readBytes(bytes, rest.length, more.readableBytes());
        more.release();
        int next = reader.read(bytes, 0, length, ctx::fireChannelRead);
        rest = next == length ? NOTHING : Arrays.copyOfRange(bytes, next, length);
    }
}
