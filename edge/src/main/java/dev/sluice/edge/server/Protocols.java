package dev.sluice.edge.server;

import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.http1.RequestDecoder;
import dev.sluice.edge.http1.ResponseEncoder;
import dev.sluice.edge.http2.Http2;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import java.time.Duration;

/** What clients may speak: the handlers of either protocol before those that serve requests. */
final class Protocols {
    /** Flushes that may become one while a read goes on. */
    private static final int FLUSHES = 256;

    private final Entrance entrance;
    private final Conduct conduct;
    private final Answers answers;
    private final Witness witness;
    private final Http2 http2;

    /** @param drain how long requests under way may take when the server is stopped */
    Protocols(Entrance entrance, Conduct conduct, Answers answers, Witness witness, Duration drain) {
        this.entrance = entrance;
        this.conduct = conduct;
        this.answers = answers;
        this.witness = witness;
        this.http2 =
                new Http2(conduct.maxRequestLine() + conduct.maxHeaders(), conduct.idle(), drain, Connection.DRAIN);
    }

    void http1(ChannelPipeline pipeline) {
        pipeline.addLast(new FlushConsolidationHandler(FLUSHES, true))
                .addLast(new RequestDecoder(conduct.maxRequestLine(), conduct.maxHeaders()))
                .addLast(new ResponseEncoder())
                .addLast(service());
    }

    void http2(ChannelPipeline pipeline) {
        http2.begin(pipeline, this::service);
    }

    private Connection service() {
        return new Connection(entrance, conduct, answers, witness);
    }

    /** What was agreed on with the handshake of TLS. */
    ApplicationProtocolNegotiationHandler agreed() {
        return new ApplicationProtocolNegotiationHandler(ApplicationProtocolNames.HTTP_1_1) {
            @Override
            public void channelActive(ChannelHandlerContext ctx) {
                ctx.read();
            }

            @Override
            protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
                if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                    http2(ctx.pipeline());
                } else {
                    http1(ctx.pipeline());
                }
            }

            @Override
            protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
                Goodbye.cut(ctx);
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                Failures.log(cause);
                Goodbye.cut(ctx);
            }
        };
    }
}
