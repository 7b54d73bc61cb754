package dev.sluice.edge.redis;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Redis, confined to its event loop. Commands of one turn of the loop leave in one write; replies come in
 * order. A reply that is late cuts the connection, because those behind it would be late too.
 */
final class RedisConnection {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int MAX_WAITING = 20_000;

    private final Channel channel;
    private final EventLoop loop;
    private final long patience;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean flushing;
    private boolean closed;

    RedisConnection(Channel channel, Duration patience) {
        this.channel = channel;
        this.loop = channel.eventLoop();
        this.patience = patience.toNanos();
        watch();
    }

    CompletableFuture<Reply> call(String... words) {
        if (closed || waiting.size() >= MAX_WAITING) {
            return CompletableFuture.failedFuture(new RedisAway("Redis cannot keep up"));
        }
        Waiting one = new Waiting(new CompletableFuture<>(), loop.ticker().nanoTime());
        waiting.add(one);
        var _ = channel.write(Words.encode(channel.alloc(), words), channel.voidPromise());
        if (!flushing) {
            flushing = true;
            loop.execute(this::flush);
        }
        return one.reply;
    }

    void greet(List<String[]> greeting, Runnable welcome, java.util.function.Consumer<String> rejected) {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        greeting.forEach(words -> replies.add(call(words)));
        var _ = CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        welcome.run();
                    } else {
                        rejected.accept(String.valueOf(failure.getMessage()));
                        var _ = channel.close();
                    }
                });
    }

    void replied(Reply reply) {
        Waiting one = waiting.poll();
        if (one == null) {
            var _ = channel.close();
        } else if (reply instanceof Reply.Refused(String text)) {
            one.reply.completeExceptionally(RedisAway.refused(text));
        } else {
            one.reply.complete(reply);
        }
    }

    void closed() {
        closed = true;
        RedisAway away = new RedisAway("the connection to Redis broke");
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            one.reply.completeExceptionally(away);
        }
    }

    void close() {
        var _ = channel.close();
    }

    private void flush() {
        flushing = false;
        channel.flush();
    }

    private void watch() {
        @Nullable Waiting oldest = waiting.peek();
        if (oldest != null && loop.ticker().nanoTime() - oldest.since > patience) {
            var _ = channel.close();
        }
        if (!closed && !loop.isShuttingDown()) {
            var _ = loop.schedule(this::watch, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private record Waiting(CompletableFuture<Reply> reply, long since) {}
}
