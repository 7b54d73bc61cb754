package dev.sluice.edge.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a connection does when it takes too long. One coarse tick a second looks, because setting and cancelling a timer
 * for each request would cost more than many a request.
 */
final class Deadline {
    private static final Duration TICK = Duration.ofSeconds(1);

    private Ticker ticker = Ticker.systemTicker();
    private @Nullable ScheduledFuture<?> ticking;
    private long due = Long.MAX_VALUE;
    private Runnable late = Deadline::nothing;
    private long stallDue = Long.MAX_VALUE;
    private Runnable stalled = Deadline::nothing;

    void start(ChannelHandlerContext ctx) {
        ticker = ctx.executor().ticker();
        ticking = ctx.executor()
                .scheduleWithFixedDelay(this::look, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        none();
        stalled(null, Deadline::nothing);
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /** Nanoseconds of the loop's clock. */
    long now() {
        return ticker.nanoTime();
    }

    void in(Duration time, Runnable then) {
        due = ticker.nanoTime() + time.toNanos();
        late = then;
    }

    void none() {
        due = Long.MAX_VALUE;
        late = Deadline::nothing;
    }

    /** @param time null when the client reads again */
    void stalled(@Nullable Duration time, Runnable then) {
        stallDue = time == null ? Long.MAX_VALUE : ticker.nanoTime() + time.toNanos();
        stalled = then;
    }

    private static void nothing() {}

    private void look() {
        long now = ticker.nanoTime();
        if (now >= due) {
            Runnable then = late;
            none();
            then.run();
        }
        if (now >= stallDue) {
            Runnable then = stalled;
            stalled(null, Deadline::nothing);
            then.run();
        }
    }
}
