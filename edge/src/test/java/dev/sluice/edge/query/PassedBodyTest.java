package dev.sluice.edge.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.http.Outlet;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassedBodyTest {
    private final EventLoop loop = new DefaultEventLoop();
    private final Recorder outlet = new Recorder();
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
        PassedBody body = new PassedBody(source, Duration.ofSeconds(30), () -> ended.complete(null));

        loop.submit(() -> body.start(outlet)).get(10, TimeUnit.SECONDS);
        ended.get(10, TimeUnit.SECONDS);
        loop.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(outlet.events).containsExactly("body", "end");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Recorder implements Outlet {
        private final List<String> events = new CopyOnWriteArrayList<>();

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
