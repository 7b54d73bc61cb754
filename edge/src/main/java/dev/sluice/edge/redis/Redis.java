package dev.sluice.edge.redis;

import dev.sluice.edge.transport.Transport;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Redis as seen from any event loop. */
public final class Redis implements SmartLifecycle {
    private final Map<EventLoop, RedisLink> links = new HashMap<>();
    private volatile boolean running;
    private volatile boolean reached;

    /** @param patience how long a reply may take before Redis counts as away */
    public Redis(Transport transport, RedisAddress address, Duration patience) {
        SslContext tls = tls(address);
        for (EventLoop loop : transport.loops()) {
            links.put(loop, new RedisLink(transport, loop, address, patience, tls, () -> reached = true));
        }
    }

    /**
     * One command. Call it on the loop; the reply is completed there, exceptionally with {@link RedisAway} where Redis
     * gives none.
     */
    public CompletableFuture<Reply> call(EventLoop loop, String... words) {
        RedisLink link = links.get(loop);
        if (link == null || !loop.inEventLoop()) {
            throw new IllegalStateException("Redis is called on an event loop of the edge only");
        }
        return link.call(words);
    }

    /**
     * A script, as one step.
     *
     * @param words how many keys, the keys, and the arguments
     */
    public CompletableFuture<Reply> run(EventLoop loop, Script script, String... words) {
        return call(loop, prepended("EVALSHA", script.digest(), words))
                .exceptionallyCompose(failure -> failure instanceof RedisAway away && away.lacksScript()
                        ? call(loop, prepended("EVAL", script.text(), words))
                        : CompletableFuture.failedFuture(failure));
    }

    private static String[] prepended(String command, String script, String... words) {
        return Stream.concat(Stream.of(command, script), Stream.of(words)).toArray(String[]::new);
    }

    /** Whether it was there at least once. */
    public boolean reached() {
        return reached;
    }

    @Override
    public void start() {
        running = true;
        links.forEach((loop, link) -> loop.execute(link::connect));
    }

    @Override
    public void stop() {
        running = false;
        links.values().forEach(RedisLink::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private static @Nullable SslContext tls(RedisAddress address) {
        try {
            return address.tls() ? SslContextBuilder.forClient().build() : null;
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS for rediss:// on this JVM", e);
        }
    }
}
