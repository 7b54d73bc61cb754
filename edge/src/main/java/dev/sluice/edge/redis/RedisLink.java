package dev.sluice.edge.redis;

import dev.sluice.edge.transport.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.redis.RedisArrayAggregator;
import io.netty.handler.codec.redis.RedisBulkStringAggregator;
import io.netty.handler.codec.redis.RedisDecoder;
import io.netty.handler.codec.redis.RedisMessage;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one event loop connected to Redis: tries again and again, and fails calls at once in between. */
final class RedisLink {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final int MAX_ELEMENTS = 10_000;
    private static final int MAX_DEPTH = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transport transport;
    private final EventLoop loop;
    private final RedisAddress address;
    private final Duration patience;
    private final @Nullable SslContext tls;
    private final Runnable onReached;
    private @Nullable RedisConnection connection;
    private Duration pause = FIRST_PAUSE;
    private boolean told;
    private volatile boolean closing;

    RedisLink(
            Transport transport,
            EventLoop loop,
            RedisAddress address,
            Duration patience,
            @Nullable SslContext tls,
            Runnable onReached) {
        this.transport = transport;
        this.loop = loop;
        this.address = address;
        this.patience = patience;
        this.tls = tls;
        this.onReached = onReached;
    }

    CompletableFuture<Reply> call(String... words) {
        RedisConnection live = connection;
        return live == null
                ? CompletableFuture.failedFuture(new RedisAway("no connection to Redis at " + address))
                : live.call(words);
    }

    /** Names are looked up on a thread of their own, since that blocks. */
    void connect() {
        if (!closing) {
            Thread.ofVirtual().name("redis-lookup").start(() -> {
                InetSocketAddress found = new InetSocketAddress(address.host(), address.port());
                loop.execute(() -> attempt(found));
            });
        }
    }

    private void attempt(InetSocketAddress found) {
        ChannelFuture attempt = new Bootstrap()
                .group(loop)
                .channel(transport.clientChannel())
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) LONGEST_PAUSE.toMillis())
                .handler(new Pipeline())
                .connect(found);
        attempt.addListener(_ -> {
            if (!attempt.isSuccess()) {
                away(String.valueOf(attempt.cause().getMessage()));
                again();
            }
        });
    }

    void close() {
        closing = true;
        loop.execute(() -> {
            if (connection != null) {
                connection.close();
            }
        });
    }

    private void up(RedisConnection live) {
        connection = live;
        pause = FIRST_PAUSE;
        told = false;
        onReached.run();
    }

    /** Once an outage, not once an attempt. */
    private void away(String why) {
        if (!told && !closing) {
            told = true;
            LOG.warn("Redis at {} is away ({}); trying again. SLUICE_REDIS_URL says where it is.", address, why);
        }
    }

    private void again() {
        connection = null;
        if (!closing && !loop.isShuttingDown()) {
            var _ = loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc(), address.host(), address.port()));
            }
            channel.pipeline()
                    .addLast(new RedisDecoder())
                    .addLast(new RedisBulkStringAggregator())
                    .addLast(new RedisArrayAggregator(MAX_ELEMENTS, MAX_DEPTH))
                    .addLast(new Replies(new RedisConnection(channel, patience)));
        }
    }

    private final class Replies extends SimpleChannelInboundHandler<RedisMessage> {
        private final RedisConnection live;

        Replies(RedisConnection live) {
            this.live = live;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            live.greet(address.greeting(), () -> up(live), RedisLink.this::away);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, RedisMessage message) {
            live.replied(Reply.of(message));
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            live.closed();
            away("connection closed");
            again();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            away(String.valueOf(cause.getMessage()));
            var _ = ctx.close();
        }
    }
}
