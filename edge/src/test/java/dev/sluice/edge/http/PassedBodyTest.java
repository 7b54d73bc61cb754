package dev.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassedBodyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Flow.Subscription NOTHING_ASKED = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final EventLoop loop = new DefaultEventLoop();
    private final Recorder outlet = new Recorder(loop);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @AfterEach
    void stop() {
        var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** As the JDK's client does when its thread is quicker than the one that subscribes. */
    @Test
    void theEndNeverOvertakesTheBody() throws Exception {
        Flow.Publisher<List<ByteBuffer>> source = subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                private boolean given;

                @Override
                public void request(long n) {
                    if (!given) {
                        given = true;
                        CompletableFuture.runAsync(() -> subscriber.onNext(List.of(bytes("body"))))
                                .join();
                    }
                }

                @Override
                public void cancel() {}
            });
            subscriber.onComplete();
        };
        PassedBody body = body(source);

        loop.submit(() -> body.start(outlet)).get(10, TimeUnit.SECONDS);
        ended.get(10, TimeUnit.SECONDS);
        loop.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(outlet.events).containsExactly("body", "end");
    }

    @Test
    void aBrokenBodyIsCut() throws Exception {
        SubmissionPublisher<List<ByteBuffer>> source = new SubmissionPublisher<>();
        PassedBody body = body(source);

        loop.submit(() -> body.start(outlet)).get(10, TimeUnit.SECONDS);
        source.submit(List.of(bytes("half")));
        source.closeExceptionally(new IOException("gone"));
        ended.get(10, TimeUnit.SECONDS);
        loop.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(outlet.events).last().isEqualTo("abort");
        assertThat(outlet.events).doesNotContain("end");
    }

    /** On a loop whose clock stands still until it is moved. */
    @Test
    void anExportMayTakeLongAsLongAsItComes() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        Recorder slow = new Recorder(channel.eventLoop());
        List<Flow.Subscriber<? super List<ByteBuffer>>> subscribed = new ArrayList<>();
        body(subscriber -> {
                    subscribed.add(subscriber);
                    subscriber.onSubscribe(NOTHING_ASKED);
                })
                .start(slow);
        for (int i = 0; i < 5; i++) {
            channel.advanceTimeBy(PATIENCE.toMillis() - 1, TimeUnit.MILLISECONDS);
            channel.runPendingTasks();
            subscribed.getFirst().onNext(List.of(bytes("part")));
            channel.runPendingTasks();
        }
        assertThat(slow.events).hasSize(5).containsOnly("part");

        channel.advanceTimeBy(PATIENCE.toMillis() + 1, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();

        assertThat(slow.events).last().isEqualTo("abort");
    }

    private PassedBody body(Flow.Publisher<List<ByteBuffer>> source) {
        return new PassedBody(source, PATIENCE, PassedBody.Limit.EACH_PART, () -> ended.complete(null));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Recorder implements Outlet {
        private final EventLoop loop;
        private final List<String> events = new CopyOnWriteArrayList<>();

        Recorder(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public EventLoop loop() {
            return loop;
        }

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public void write(ByteBuf bytes) {
            events.add(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }

        @Override
        public void whenWritable(Runnable then) {
            then.run();
        }

        @Override
        public void whenGone(Runnable then) {}

        @Override
        public void end() {
            events.add("end");
        }

        @Override
        public void abort() {
            events.add("abort");
        }
    }
}
