package dev.sluice.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer's body on its way through, no faster than the client reads it, so that none is ever held whole. */
public final class PassedBody implements Answer.Stream {
    private final Flow.Publisher<List<ByteBuffer>> source;
    private final Duration patience;
    private final Limit limit;
    private final Runnable onEnd;

    /** What the patience is for. */
    public enum Limit {
        WHOLE_BODY,
        /** A body of any length, as long as it comes: a client that does not take it is the connection's to judge. */
        EACH_PART
    }

    /** @param onEnd run once, however it ends */
    public PassedBody(Flow.Publisher<List<ByteBuffer>> source, Duration patience, Limit limit, Runnable onEnd) {
        this.source = source;
        this.patience = patience;
        this.limit = limit;
        this.onEnd = onEnd;
    }

    @Override
    public void start(Outlet outlet) {
        source.subscribe(new Flowing(outlet));
    }

    /** The connection that it comes on must be freed all the same. */
    @Override
    public void skip() {
        source.subscribe(new Skipped());
        onEnd.run();
    }

    private final class Flowing implements Flow.Subscriber<List<ByteBuffer>> {
        private final Outlet outlet;
        private Flow.@Nullable Subscription subscription;
        private @Nullable ScheduledFuture<?> late;
        private boolean ended;

        Flowing(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            OnLoop.run(outlet.loop(), () -> {
                subscription = given;
                startClock();
                outlet.whenGone(this::cut);
                given.request(1);
            });
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            inOrder(() -> {
                if (limit == Limit.EACH_PART) {
                    stopClock();
                }
                parts.forEach(part -> outlet.write(Unpooled.wrappedBuffer(part)));
                if (outlet.writable()) {
                    more();
                } else {
                    outlet.whenWritable(this::more);
                }
            });
        }

        @Override
        public void onComplete() {
            inOrder(() -> {
                if (finished()) {
                    outlet.end();
                }
            });
        }

        @Override
        public void onError(Throwable failure) {
            inOrder(this::cut);
        }

        /**
         * Behind what is queued already, even from the loop itself: the JDK's client may hand over the body on one of its
         * threads and its end, while we still subscribe, on ours.
         */
        private void inOrder(Runnable task) {
            outlet.loop().execute(task);
        }

        private void more() {
            if (subscription != null && !ended) {
                if (limit == Limit.EACH_PART) {
                    startClock();
                }
                subscription.request(1);
            }
        }

        private void startClock() {
            late = outlet.loop().schedule((Runnable) this::cut, patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void stopClock() {
            if (late != null) {
                late.cancel(false);
            }
        }

        private void cut() {
            if (finished() && subscription != null) {
                subscription.cancel();
                outlet.abort();
            }
        }

        private boolean finished() {
            if (ended) {
                return false;
            }
            ended = true;
            stopClock();
            onEnd.run();
            return true;
        }
    }

    private static final class Skipped implements Flow.Subscriber<List<ByteBuffer>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
