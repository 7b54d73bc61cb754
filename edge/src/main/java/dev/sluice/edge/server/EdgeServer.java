package dev.sluice.edge.server;

import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.settings.CannotStart;
import dev.sluice.edge.tls.Certificates;
import dev.sluice.edge.transport.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens last of all and drains first: requests under way are finished, new ones find the door closed. */
public final class EdgeServer implements SmartLifecycle {
    /** Started after everything that a request may need. */
    public static final int PHASE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);
    private static final int BACKLOG = 1024;
    /** Bytes that are read at once. What is decoded of them waits in the heap, where small requests take twenty times the room. */
    private static final int READ = 16 * 1024;

    private final Transport transport;
    private final Door door;
    private final Conduct conduct;
    private final Listening listening;
    private final Protocols protocols;
    private final @Nullable Certificates certificates;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile @Nullable Channel socket;

    /** @param certificates null where it does not speak TLS */
    public EdgeServer(
            Transport transport,
            Router router,
            Conduct conduct,
            Clock clock,
            Listening listening,
            Door door,
            Witness witness,
            @Nullable Certificates certificates) {
        this.transport = transport;
        this.door = door;
        this.conduct = conduct;
        this.listening = listening;
        this.protocols = new Protocols(
                new Entrance(door, router), conduct, new Answers(new HttpDate(clock)), witness, listening.drain());
        this.certificates = certificates;
    }

    @Override
    public void start() {
        InetSocketAddress address = listening.address();
        ChannelFuture bound = new ServerBootstrap()
                .group(transport.group())
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                // Buffers come and go on one event loop: the arena of its own is quicker there than the adaptive
                // allocator.
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(64, 2048, READ).maxMessagesPerRead(1))
                .childHandler(new Pipeline())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new CannotStart(
                    listening.name() + " cannot listen on " + address.getHostString() + ":" + address.getPort() + ": "
                            + bound.cause().getMessage(),
                    "Stop what listens there, or set " + listening.variable() + " to a free port.",
                    bound.cause());
        }
        socket = bound.channel();
        String scheme = certificates == null ? "http" : "https";
        LOG.info("{} listens on {}://{}:{}", listening.name(), scheme, address.getHostString(), port());
    }

    @Override
    public void stop() {
        Channel open = socket;
        if (open == null) {
            return;
        }
        socket = null;
        open.close().awaitUninterruptibly();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(Connection.DRAIN));
        if (!connections.newCloseFuture().awaitUninterruptibly(listening.drain().toMillis())) {
            LOG.warn("{} connections were still busy after {} and are cut", connections.size(), listening.drain());
        }
        connections.close().awaitUninterruptibly();
    }

    @Override
    public boolean isRunning() {
        return socket != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** The one that was bound, which differs from the configured one where that is 0. */
    public int port() {
        Channel open = socket;
        return open != null && open.localAddress() instanceof InetSocketAddress bound
                ? bound.getPort()
                : listening.address().getPort();
    }

    /** How many connections are open. */
    public int open() {
        return connections.size();
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            Peer peer = Peer.of(channel.remoteAddress());
            if (!door.enters(peer)) {
                var _ = channel.close();
                return;
            }
            channel.closeFuture().addListener(_ -> door.left(peer));
            if (certificates == null) {
                channel.pipeline().addLast(new Introduction(protocols, conduct.idle()));
            } else {
                channel.pipeline()
                        .addLast(certificates.handler(channel.alloc()))
                        .addLast(protocols.agreed());
            }
            connections.add(channel);
        }
    }
}
